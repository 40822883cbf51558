/**
 * A letter that may begin a name or be an initial, for patterns with the flag `u`. Roman numerals and circled letters in one
 * character are capitals to Unicode (Other_Uppercase), and nobody's initials.
 */
export const CAPITAL = '(?![\\u2160-\\u216F\\u24B6-\\u24CF\\u{1F130}-\\u{1F189}])\\p{Upper}';
