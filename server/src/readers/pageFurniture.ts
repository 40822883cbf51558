import { late } from '../text/late.ts';
import type { Unit } from './textUnits.ts';

/**
 * What a line of a clipped page is. `ending`: it begins what follows an article (comments, most read). `aside`: it begins
 * a box of links, which may stand in an article's middle. `appeal`: the outlet asks its readers for support. `meta`: a
 * date or a byline. `short`: no sentence, so a headline, a subhead or a link.
 */
export type Role = 'prose' | 'sentence' | 'short' | 'furniture' | 'ending' | 'aside' | 'appeal' | 'caption' | 'meta';

/** A line, with its text in small letters: patterns of small letters read that many times faster than patterns without regard to case do. */
interface Line extends Unit {
  readonly small: string;
}

/** Longer lines are prose without a look: code units. */
const LONGEST_LOOKED_AT = 1_200;

const all = (...parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})[\\s.:!›»→|…]*$`, 'u');

/** Whole lines of menus, buttons and their like. */
const BUTTONS = late(() =>
  all(
    '(?:main |close |open |toggle )?(?:menu|navigation)(?: (?:toggle|button))?',
    '(?:search|close|open|back|next|previous|prev|home|more|less|ok|cancel|done|save|saved|print|print this page|email|e-mail|mail|share|shares|copy|link|link copied!?|copy link|copied)',
    'share (?:this|on|via|full article|article|options?|page|story)\\b.{0,40}',
    '(?:facebook|twitter|x|whats ?app|linkedin|reddit|pinterest|telegram|messenger|instagram|youtube|tiktok|threads|bluesky|flipboard|tumblr|google\\+?|google news|rss|pocket|line|kakaotalk|naver|weibo|wechat)(?: (?:icon|share|link))?',
    '(?:sign|log) ?(?:in|out|up|on)(?: (?:or|/) (?:register|sign up|subscribe))?',
    '(?:subscribe|register|join|donate|contribute|support us|support|follow|following|my account|account|profile|settings|my news|bookmarks?|gift (?:this )?article|give this article)(?: now| today| here)?',
    'subscribe (?:now|today|here|for|to|from|by)\\b.{0,60}',
    '(?:skip|jump) to (?:main )?(?:content|navigation|article|footer|search).{0,30}',
    'advertis(?:e)?ment|advertising|ads?|sponsored(?: content| by.{0,40})?|paid (?:post|content)|promoted|ad feedback',
    '(?:article|story) continues (?:below|after).{0,40}',
    '(?:view|see|show|hide|read|load|leave|post|add|write) (?:all |the |a |your |more |full )*(?:comments?|photos?|images?|gallery|stories|story|less|more|bio|article|details|captions?|conversation)(?: \\(?\\d+\\)?)?',
    '(?:\\d+[\\d,.]*k? )?(?:comments?|shares?|views?|likes?|replies|retweets?|votes?|claps?|followers?)(?: \\(?\\d+\\)?)?',
    '(?:image|photo|picture) (?:\\d+ of \\d+|caption|source|gallery).{0,80}',
    '(?:listen|watch|play|pause|replay|mute|unmute|fullscreen|video|audio|photos?|gallery|slideshow|live)(?: (?:now|video|to (?:this )?(?:article|story)|live))?(?: ?\\(?\\d*:?\\d* ?(?:min(?:ute)?s?)?\\)?)?',
    '\\d+ ?-? ?min(?:ute)?s?\\.? ?(?:read|listen|ago)?',
    '(?:\\d+|an?|one) (?:hours?|minutes?|mins?|hrs?|days?|weeks?|months?|years?) ago',
    '(?:text size|font size|larger|smaller|reset|a\\+|a-|aa|a a a)',
    '(?:english|español|français|deutsch|中文|한국어|日本語|العربية|русский)(?: ?[|/] ?.{1,20})*',
    '(?:terms|conditions|privacy|cookies?|contact|about|careers?|help|faq|advertise|accessibility|sitemap|site map|newsletters?|e-?paper|rss feeds?|press|jobs|archives?|corrections?)(?: (?:of (?:use|service)|policy|policies|us|notice|settings|preferences|with us|center|centre|and conditions|& conditions|info|index|statement))?(?: ?[|·•] ?.{0,80})?',
    '(?:do not|don.t) sell (?:or share )?my (?:personal )?(?:data|info|information)',
    '(?:loading|please wait|submit|send|apply|accept|accept all|reject all|agree|i agree|got it|no thanks|dismiss|continue|continue reading|learn more|find out more|click here|read more|show more|see more|load more|view more|keep reading|top|back to top|to top|scroll to top|go to top|up|down|today|edit|report|reply|permalink|flag|like|dislike|updated|published)',
    '(?:latest|breaking|top|world|local|national|international|u\\.?s\\.?|uk|asia|europe|africa|americas|business|sports?|politics|opinion|culture|entertainment|lifestyle|life|style|health|science|technology|tech|travel|weather|money|markets?|economy|finance|education|environment|climate|arts?|books?|film|music|food|games|puzzles|crossword|video|podcasts?|newsletters?|magazine|photography|society|media|defen[cs]e|military|korea|diplomacy|obituaries|editorials?|columns?|analysis|explainers?|features?|investigations?|fact check|data|news|market data)(?: (?:news|stories|headlines|updates|&|and|[|/›»>]))*(?: (?:news|business|politics|sports?|opinion|culture|arts?|life|style|tech|technology|health|science|travel|economy|korea|military|more))*',
    '(?:filed under|tags?|topics?|keywords?|categor(?:y|ies)|more on|posted in|related topics?|hashtags?)(?: ?:.{0,160})?',
    '(?:[#•·|/\\\\<>*=_+~×✕✖–—-]|\\(\\d+\\)|\\d{1,4})(?: ?(?:[#•·|/\\\\<>*=_+~×✕✖–—-]|\\d{1,4}))*',
    '[•·*-] ?\\p{L}+(?: \\p{L}+)?',
    '\\(?\\d+ ?/ ?\\d+.{0,4}\\)?',
    '(?:recommended|most (?:read|viewed|popular|shared|commented|emailed)|trending(?: now| topics)?|popular|don.t miss|must reads?|editor.?s.? picks?|top stories|what to read next)',
    '.{0,60}\\(\\d+ ?/ ?\\d+.?\\)',
  ),
);

/** Lines that plainly begin what follows an article. */
const ENDINGS = late(
  () =>
    new RegExp(
      `^(?:${[
        'most (?:read|viewed|popular|shared|commented)(?: .{0,30})?',
        '(?:you )?(?:may|might) (?:also )?(?:like|be interested in).{0,20}',
        'you.ll also like',
        'what to read next',
        'recommended(?: (?:for you|by .{1,20}|reading))?',
        'from (?:around|across) the web',
        'around the web',
        'sponsored (?:links|stories|content)',
        'promoted (?:links|stories|content)',
        '(?:\\d+ )?comments?(?: \\(\\d+\\)| section| policy)?',
        '(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply|response).{0,20}',
        'join (?:the|our) (?:commenting forum|conversation|discussion|debate)',
        'join the conversation.{0,40}',
        'have your say',
        'what do you think\\?.{0,40}',
        'responses?(?: \\(\\d+\\))?',
        'discussion',
        'about (?:the|this) authors?',
        'about (?:us|the writer)',
        '(?:our )?editors.? picks',
        'editor.?s picks?',
        'next (?:article|story|post)',
        'previous (?:article|story|post)',
        'site (?:index|map|information navigation)',
        'footer',
      ].join('|')})[\\s:.]*$`,
      'u',
    ),
);

/** Lines that begin what may also stand in the middle of an article: a box of links. */
const ASIDES = late(
  () =>
    new RegExp(
      `^(?:${[
        '(?:related|more|other|latest|top|recommended|popular|trending|similar|featured|recent|further|also)(?: \\p{L}+)? (?:stories|articles|news|posts|reading|content|coverage|links|videos|headlines|topics)(?: (?:from|on|in|for|by)\\b.{0,40})?',
        'related',
        'more (?:from|on|in|about) .{1,50}',
        'read (?:next|this next|also)',
        'up next',
        'recommended',
        'trending(?: now)?',
        'don.t miss',
      ].join('|')})[\\s:.]*$`,
      'u',
    ),
);

/** How lines begin in which pages speak to their readers. */
const SERVICE_OPENINGS = late(
  () =>
    new RegExp(
      `^(?:${[
        'to (?:write|post|leave|add) (?:a )?comments?\\b',
        'sign up\\b.{0,80}$',
        '(?:please )?(?:refresh|reload) (?:the|this|your) (?:page|browser)',
        'thank(?:s| you) for (?:registering|subscribing|signing up|reading|your (?:comment|feedback|subscription))',
        'join .{0,60}\\b(?:conversations?|discussions?|debates?)\\b',
        'by (?:signing up|subscribing|clicking|continuing|submitting|using|registering|entering)\\b',
        '(?:©|\\(c\\) ?\\d{4}|copyright\\b)',
        'this (?:article|story|report|piece) (?:was|has been|is|first|originally) (?:\\w+ )?(?:originally|first|translated|written|published|produced|generated|edited|syndicated|supported|funded|part of)\\b.{0,400}',
        '(?:reporting|additional reporting|writing|editing|compiled|edited|produced) by\\b',
        '\\(?(?:reporting|writing|additional reporting|editing) by\\b',
        'our standards:',
        'with (?:additional )?(?:reporting|inputs?|files?) (?:by|from)\\b',
        'with (?:the )?(?:\\p{Ll}[\\p{L}.&’-]*)(?: \\p{Ll}[\\p{L}.&’-]*){0,4}$',
        '(?:follow|like|find|connect with|contact|email|e-mail|tweet|write to|reach) (?:us|me|him|her|them|\\S+ \\S+|@\\S+|the (?:author|writer|reporter)) (?:on|at|via|here|@)\\b',
        'follow @?\\S+.{0,30}\\b(?:twitter|facebook|instagram|x)\\b.{0,40}$',
        'follow us\\b',
        'save (?:articles?|stories|this) (?:to read|for) later\\b',
        'why you can trust\\b',
        '@\\w+$',
        '(?:download|get|install) (?:the|our) .{0,40}\\bapp\\b',
        '(?:get|receive) (?:the|our|all the) .{0,60}\\b(?:newsletter|updates?|alerts?|headlines|inbox)\\b',
        '(?:click|tap) (?:here|to|on)\\b',
        '(?:got|have) (?:a|any) (?:news |confidential )?(?:tip|story|question)s?\\b',
        '(?:send|submit) (?:us )?(?:a|your) (?:news )?(?:tip|letter|question)s?\\b',
        '(?:read|see|watch|listen|also read|also see|read also|more|recommended|related|also|see also|must read|in pictures|watch live|next|previous|up next|trending)(?: (?:more|also|next|now|here|on this|the full story|full story|our full coverage|article|story|video|this))?(?: (?:on|at|in|from|about) .{1,40})? ?[:|»›→].{0,200}$',
        'read more (?:on|at|about|from|here|in)\\b.{0,60}$',
        'related:',
        '(?:welcome to|you are (?:here|reading|now)|you have|you.ve) .{0,60}\\b(?:articles?|subscribed|logged|free|site|page|here)\\b',
        'welcome to (?:the )?\\p{Ll}[\\p{L}\\d&’-]*(?: \\p{Ll}[\\p{L}\\d&’-]*){0,4}[.!]?$',
        '\\p{Ll}[\\p{L}’.-]+(?: \\p{Ll}[\\p{L}’.-]+){1,3} (?:is|was) (?:an?|the|our|\\p{Ll}[\\p{L}’.]+(?: \\p{L}+)?) .{0,100}\\b(?:reporter|correspondent|editor|columnist|journalist|contributor|staff writer|bureau chief)\\b.{0,40}\\b(?:at|for|of|with|based|covering|who covers)\\b',
        '(?:we|our) (?:value|care about) your privacy\\b',
        '(?:support|help) (?:us|our|independent|quality|local)\\b.{0,80}\\b(?:journalism|reporting|work|continue|mission)\\b',
        '(?:browser|your browser)\\b.{0,60}\\b(?:support|supported|outdated|date)\\b',
        'this (?:video|content|site|page|feature|form|browser) (?:is not|isn.t|is no longer|cannot|can not|can.t|requires|is protected|is for)\\b',
        'https?:\\/\\/\\S+$',
        '(?:www\\.)\\S+$',
        '\\S+@\\S+\\.\\w{2,}$',
        '(?:photos?|images?|pictures?|video) (?:by|from|courtesy)\\b',
        '(?:this site|this website)\\b.{0,60}\\b(?:cookies|recaptcha)\\b',
        '(?:correction|clarification) \\(',
      ].join('|')})`,
      'u',
    ),
);

/** What pages say to their readers wherever in the line. */
const SERVICE = new RegExp(
  [
    '\\b(?:sign|signed|signing) up (?:for|to|here|now|today)\\b.*\\b(?:newsletters?|updates?|emails?|briefing|alerts?|free|inbox)',
    '\\bin your inbox\\b',
    '\\b(?:enter|use) (?:a valid |your )(?:e-?mail|password)',
    '\\byour e-?mail address\\b',
    '\\b(?:e-?mail|newsletter) (?:preferences|sign-?up)\\b',
    '\\bcommenting (?:forum|policy|guidelines)\\b',
    '\\bcomments (?:are|have been) (?:closed|moderated|disabled|turned off|subject)',
    '\\blog(?:ged)? in to (?:one of|your|post|comment|continue)',
    '\\bcreate (?:an|your)(?: free)? account\\b',
    '\\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\\b.{0,40}\\buses? (?:\\S+ ){0,3}cookies\\b',
    '\\bcookie (?:policy|notice|settings|preferences|consent)\\b',
    '\\bprivacy (?:policy|notice|statement)\\b.{0,120}\\b(?:terms|apply|agree|cookies|read|see|our|google)\\b',
    '\\b(?:agree|consent) to (?:our|the|receive)\\b.{0,80}\\b(?:terms|policy|cookies|use|emails?|offers)',
    '\\bterms (?:of (?:use|service)|and conditions|& conditions)\\b.{0,60}\\b(?:apply|agree|accept|privacy|policy)',
    '\\bprotected by recaptcha\\b',
    '\\benable javascript\\b',
    '\\bjavascript (?:is|must be) (?:disabled|enabled)',
    '\\ball rights reserved\\b',
    '\\bmay not be (?:published|reproduced|copied|redistributed)\\b',
    '\\b(?:un)?authori[sz]ed (?:reproduction|copying|redistribution)\\b',
    '\\boriginally (?:appeared|published) (?:on|in|at)\\b',
    '\\btranslated (?:\\S+ ){0,4}(?:with|using|by) (?:the help of )?(?:\\S+ )?(?:ai|artificial|generative|machine)\\b',
    '\\bcontributed (?:to this|reporting)\\b.{0,30}$',
    '\\bnot supported by your browser\\b',
    '\\[email protected\\]',
    '\\bdisplay(?:ed)? or (?:mirrored|redistributed)\\b',
    '\\bquotes (?:displayed in real-time|delayed)\\b',
  ].join('|'),
  'u',
);

function isService(text: string): boolean {
  return SERVICE_OPENINGS().test(text) || SERVICE.test(text);
}

/** Who owns a picture, at the end of its caption or alone. */
const CREDIT =
  /(?:\((?:[^()]{0,40}[/,] ?)?(?:Getty(?: Images)?|AP|AP Photo|Associated Press|Reuters|REUTERS|AFP|EPA|EPA-EFE|PA|PA Wire|PA Media|Alamy|Shutterstock|iStock|Rex|Sputnik|TASS|KCNA|Yonhap|YONHAP|Xinhua|Bloomberg|Photo|Photos?[ :][^()]{1,60}|Picture[ :][^()]{1,60}|File photo|File|Screengrab|Screenshot|Supplied|Handout|Courtesy[^()]{0,60}|Image[ :][^()]{1,60}|(?:AP|AFP|Reuters|EPA|Getty|PA)(?: Photo| Images)?[ /,-][^()]{1,60}|[^()]{1,60}(?:Getty Images|via AP|via Getty|via Reuters|via AFP|Pool Photo|\/AP|\/AFP|\/Reuters|\/Getty)[^()]{0,30})\)|\[[^[\]]{0,60}(?:\/(?:AP|AFP|Reuters|EPA|Getty)|(?:AP|AFP|Reuters|EPA|Getty) ?\/)[^[\]]{0,40}\]|\[(?:YONHAP|AP|AFP|REUTERS|EPA|NEWS1|NEWSIS|KCNA|AP\/YONHAP|[A-Z]{2,}(?:[/ ][A-Z]{2,}){0,5})\])$/;
const CAPTION =
  /^(?:(?:photo|image|picture|photograph|illustration|graphic|video|file photo|credits?|image credits?|photo credits?|image source|image caption|caption|media caption|source)(?: (?:by|from|courtesy of))?\s?[:|/–—-]|(?:media|image|video|photo) caption\b|(?:photo|photograph|illustration|image|picture)s? (?:by|courtesy|from|via)\b|file ?(?:photo|-|–|—|:)|getty images|(?:ap|reuters|afp) photo\b)/i;
const INNER_CREDIT =
  /(?:\bSource: .{0,80}\bvia (?:AP|AFP|Reuters|Getty)\b|\b(?:Photo|Picture|Photograph|Image)(?: credit)?(?:: | by (?=\p{Lu}\p{Ll}+ \p{Lu}))[^.]{2,60}$|\bGetty Images\b(?:[/ ].{0,30})?$|\b(?:AP Photo|REUTERS|AFP)\/.{2,40}$|(?:^|[.”"] )(?:Photograph|Photo): \S.{0,60}$|\bPool Photo via\b|Credit(?:\.\.\.|…|:)?\s?\p{Lu}[\p{L}. ]+(?:\bfor\b|\/|\bvia\b).{2,40}$)/u;

/** Words of an outlet that speaks about itself. */
const TRADE =
  /\b(?:journalism|journalists?|reporters?|reporting|paywalls?|donat(?:e|ion|ions|ing)|contribut(?:e|ion|ions|ing)|subscri(?:be|ber|bers|ption|ptions|bing)|newsletters?|newsrooms?|readers?|supporters?|membership|fund(?:ed|ing)?|independent|coverage|stor(?:y|ies)|advertis(?:ing|ers?))\b/gi;
const OURSELVES = /\b(?:we|our|ours|us|we’re|we've|we’ve|we're)\b/i;
const YOU = /\b(?:you|your|you’re|you're)\b/i;
const YOUR_SUPPORT =
  /^(?:with |thanks to |because of )?your (?:support|donation|contribution|gift|subscription|membership)\b|^(?:please )?(?:consider )?(?:becom(?:e|ing)|mak(?:e|ing)|giving|support(?:ing)?|donat(?:e|ing)|subscrib(?:e|ing))\b.{0,30}\b(?:subscriber|supporter|member|donation|contribution|journalism|newsroom|today)\b/i;

/** Words between quotation marks are somebody's, not the outlet's. */
function unquoted(text: string): string {
  return text.replace(/[“"][^”"]*(?:[”"]|$)/g, ' ');
}

/** Whether an outlet asks for support: “your donation”, or we, you and the trade's words together. */
function isAppeal(text: string): boolean {
  if (YOUR_SUPPORT.test(text)) return true;
  if (!/you/i.test(text)) return false;
  const own = unquoted(text);
  const trade = new Set(Array.from(own.matchAll(TRADE), (found) => found[0].toLowerCase())).size;
  return OURSELVES.test(own) && YOU.test(own) && trade >= 2;
}

/** Whether an outlet speaks of itself, as it does between two appeals. */
export function speaksOfItself(text: string): boolean {
  return OURSELVES.test(unquoted(text));
}

/** Whether it reads as a sentence: it ends like one, or opens a quotation. */
export function isSentence({ text: whole, words }: Unit): boolean {
  const text = whole.endsWith(')') ? whole.replace(/(?<=[.”"]) \(\p{L}+\)$/u, '') : whole;
  if (/(?:…|\.\.\.)$/.test(text) && words <= 20) return false;
  if (/[.!?…。！？]["”’'»)\]\s]*$/.test(text)) return words >= 4 || /^["“‘'«]/.test(text) || /\p{Ll}/u.test(text);
  return words >= 3 && /[:,;–—-]$|["”]$/.test(text) && /\p{Ll}/u.test(text) && /[,:"”]/.test(text);
}

/** Whether a line is a picture's caption with its credit. A report's last paragraph may end with its agency, too. */
function isCredited(text: string): boolean {
  if (/^["“‘]/.test(text) || (/[.”"] \(\p{L}+\)$/u.test(text) && /\b(?:said|told|added|according)\b|[“"]/.test(text))) return false;
  return CREDIT.test(text) || INNER_CREDIT.test(text);
}

/** What a line says by itself that it is: the first of these that holds. */
const SIGNS: readonly (readonly [Role, (line: Line) => boolean])[] = [
  ['prose', ({ text }) => text.length > LONGEST_LOOKED_AT],
  ['aside', ({ small, words }) => words <= 14 && ASIDES().test(small)],
  ['ending', ({ small, words }) => words <= 14 && ENDINGS().test(small)],
  ['furniture', ({ small, words }) => words <= 20 && BUTTONS().test(small)],
  ['caption', ({ text, words }) => words <= 60 && CAPTION.test(text)],
  ['caption', ({ text, words }) => words <= 70 && isCredited(text)],
  ['appeal', ({ text }) => isAppeal(text)],
  ['furniture', ({ small, words }) => words <= 80 && !/^["“‘]/.test(small) && isService(small)],
  ['short', (line) => !isSentence(line) && line.words < 25],
  ['sentence', ({ words }) => words < 9],
];

/** What a line says by itself that it is. */
export function roleOf(unit: Unit): Role {
  const line = { ...unit, small: unit.text.toLowerCase() };
  return SIGNS.find(([, holds]) => holds(line))?.[0] ?? 'prose';
}
