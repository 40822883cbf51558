import type { ArticleDetails } from '../corpus/article.ts';
import { looksLikeOrganisation } from '../prose/names.ts';
import { isPersonName } from './names.ts';

/** Who sent a mail, as its header has it. */
export interface Sender {
  /** The display name; empty where there is none. */
  readonly name: string;
  readonly address: string;
  /** Whether it went to many, as newsletters and press releases do. */
  readonly bulk: boolean;
}

/** Mailboxes of offices, not of people. */
const OFFICE =
  /^(?:press|presse|media|medien|news|newsroom|newsletter|info|office|contact|kontakt|editor|editorial|redaktion|enquiries|inquiries|hello|support|team|comms|communications?|pr|public|alerts?|updates?|digest|no-?reply|do-?not-?reply|notifications?|admin|mail|mailer|service)\b/i;

/** UTF-16 code units. */
const LONGEST_NAME = 200;

/** `Quill, Ada (Press)` of an office’s address book as `Ada Quill`; other names as they are, without what is in brackets. */
export function plainName(display: string): string {
  const name = display
    .slice(0, LONGEST_NAME)
    .replace(/\s*[([{][^)\]}]*[)\]}]\s*/gu, ' ')
    .replace(/^["'“‘]+|["'”’]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const turned = name.replace(/^([^,]+),\s*([^,]+)$/u, '$2 $1');
  return turned !== name && isPersonName(turned) ? turned : name;
}

/** Words in the names of offices and of programs that send mails, beside those of organisations. */
const NO_PERSON =
  /\b(?:Team|Desk|Services?|(?:Sub)?systems?|Support|Customer|Delivery|Newsletter|Card|Editors?|Communications?|Relations|Alerts?|Store|Online|Club|Mail(?:er)?|Member|Membership|Notifications?|Weekly|Digest|Updates?|Info|Sales|Accounts?|Help)\b/iu;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a name is that of the office whose mailbox it is: `Harbour Board` of press@harbourboard.example. */
function isOfficeName(name: string, address: string): boolean {
  const [mailbox = '', domain = ''] = address.split('@');
  if (looksLikeOrganisation(name) || NO_PERSON.test(name)) return true;
  if (!OFFICE.test(mailbox))
    return lettersOf(domain).startsWith(lettersOf(name)) && !lettersOf(mailbox).includes(lettersOf(name.split(' ')[0] ?? ''));
  return !isPersonName(name) || lettersOf(domain).includes(lettersOf(name));
}

/**
 * What a mail's sender is to its text. A person's mail is that person's words, which a draft may quote as theirs: they are
 * author and speaker. What a person sends to many is written rather than said, and often by others: its author, but no
 * speaker, so that words which it reports are not given to the one who sent it. An office is a publisher. A name that may
 * be either's is an author only.
 */
export function senderDetails({ name, address, bulk }: Sender): Pick<ArticleDetails, 'authors' | 'publisher' | 'speaker'> {
  const plain = plainName(name);
  if (plain === '' || plain.includes('@')) return { authors: [], publisher: null, speaker: null };
  if (isOfficeName(plain, address)) return { authors: [], publisher: plain, speaker: null };
  if (isPersonName(plain)) {
    const personal = !bulk && !OFFICE.test(address.split('@')[0] ?? '');
    return { authors: [plain], publisher: null, speaker: personal ? plain : null };
  }
  // Many words with capitals among them are an office’s; one or two may be a person who writes the name in some other way.
  const office = plain.split(' ').length > 2 && /\p{Lu}/u.test(plain);
  return office ? { authors: [], publisher: plain, speaker: null } : { authors: [plain], publisher: null, speaker: null };
}
