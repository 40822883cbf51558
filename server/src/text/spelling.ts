/** British words and their American forms where no rule of {@link canonicalSpelling} gives one from the other. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  (
    'grey:gray programme:program programmes:programs defence:defense defences:defenses offence:offense offences:offenses licence:license licences:licenses practise:practice practised:practiced practising:practicing ' +
    'tyre:tire tyres:tires plough:plow ploughs:plows cheque:check cheques:checks aluminium:aluminum kerb:curb jewellery:jewelry manoeuvre:maneuver manoeuvres:maneuvers sceptical:skeptical sceptic:skeptic ' +
    'mould:mold storey:story storeys:stories towards:toward afterwards:afterward forwards:forward backwards:backward whilst:while amongst:among learnt:learned burnt:burned dreamt:dreamed spelt:spelled ' +
    'judgement:judgment acknowledgement:acknowledgment ageing:aging enrol:enroll fulfil:fulfill skilful:skillful wilful:willful instalment:installment pyjamas:pajamas moustache:mustache artefact:artifact artefacts:artifacts ' +
    'mum:mom travelled:traveled cosy:cozy analyse:analyze paralyse:paralyze catalogue:catalog dialogue:dialog analogue:analog axe:ax ok:okay email:email adviser:advisor advisers:advisors percent:percent'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const RULES: readonly (readonly [RegExp, string])[] = [
  [/([a-z]{2})is(e|es|ed|er|ers|ing|ation|ations)$/, '$1iz$2'],
  [/([a-z]{2})ys(e|es|ed|ing)$/, '$1yz$2'],
  [/(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|sav|splend|vap|vig|endeav|parl|arm|clam|cand|ard|od|rig|val|tum)our/, '$1or'],
  [/(cent|theat|met|lit|fib|calib|spect|somb|lust|meag|sab)re(s)?$/, '$1er$2'],
  [/(cent|theat|met|lit|fib|calib|spect|lust|sab)r(ed|ing)$/, '$1er$2'],
  // Only behind a second syllable: travelled is traveled, filled is not filed.
  [/([aeiou][^aeiou]+[aeiou]{1,2})ll(ed|ing|er|ers|or|ors)$/, '$1l$2'],
  [/ae(?=[a-z]{3})/, 'e'],
  [/oe(?=[a-z]{4})/, 'e'],
];

/**
 * One form for British and American spellings of a folded word, so that the two compare equal. Not a spelling anyone
 * would print, and not meant to be shown: words that only look British (“wise”) are changed alike on both sides.
 */
export function canonicalSpelling(word: string): string {
  const pair = PAIRS.get(word);
  if (pair !== undefined) return pair;
  if (word.length < 5) return word;
  let form = word;
  for (const [pattern, replacement] of RULES) form = form.replace(pattern, replacement);
  return form;
}
