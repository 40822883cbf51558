/** Lines that lead to another page, in the languages that pages are most often written in. */
export const READ_ON =
  /^(?:(?:please )?(?:read|see|watch|listen)(?: \p{L}+)? (?:more|also|next|now|here|the full \p{L}+)|also (?:read|see|on)|see also|(?:learn|find out|discover) more|related(?: (?:articles?|stor(?:y|ies)|coverage|reading|links?|posts?|news|content|topics))?|more (?:on|from|about|coverage|news|stories|reading)|further reading|recommended(?: (?:reading|for you|stories))?|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested)|(?:à )?lire (?:aussi|également|la suite)|(?:à )?voir aussi|sur le même sujet|pour aller plus loin|articles? liés?|mehr zum thema|zum thema|lesen sie (?:auch|hier|mehr|dazu)|siehe auch|auch interessant|mehr dazu|weiterlesen|verwandte artikel|(?:lea|lee|ver|vea|mira) (?:también|además|más)|más (?:información|noticias|sobre)|te puede interesar|(?:notas|artículos|noticias) relacionad[ao]s|(?:leia|veja|assista|confira) (?:também|mais)|saiba mais|leggi anche|vedi anche|per approfondire|articoli correlati|lees (?:ook|meer)|bekijk ook|zie ook|læs (?:også|mere)|les (?:også|mer)|läs (?:även|också|mer)|lue (?:myös|lisää)|czytaj (?:też|także|również|więcej)|zobacz (?:też|także)|(?:přečtěte|čtěte) (?:si )?(?:také|více)|(?:читайте|смотрите) (?:также|ещё|еще)|по теме|ayrıca (?:bkz|okuyun)|اقرأ (?:أيضا|أيضاً|المزيد)|相关(?:阅读|新闻|报道|文章|链接)|延伸(?:阅读|閱讀)|推荐阅读|相關(?:新聞|文章|報導)|関連(?:記事|リンク|ニュース)|あわせて読みたい|続きを読む|관련 ?(?:기사|뉴스|글)|더 ?보기)(?![\p{L}\p{N}])/iu;

/** A picture's owner, at the end of a caption or alone. */
const CREDIT_LINE =
  /(?:^|\s*[|•·–—]\s*|(?<=[.!?”"’)\]])\s+|\s*\n\s*|\s*[([])(?:(?:photo(?:graph)?s?|artists?|art|picture|image|illustration|video|foto(?:s)?|fotograf(?:ía|ie|in)?|bild(?:er)?|abbildung|crédit(?:s)?|credits?|quelle|source|fuente|fonte|写真|图片?|圖片?|사진)(?: (?:credit|courtesy|source|by|von|par|por|de|di|crédit))?\s*[:：/|–—=©]\s*|©\s*|(?:photo|photograph|image|picture|illustration)s? (?:by|courtesy of)\s+)[^.!?\n]{1,160}[.)\]]*$|\s*[([]?\b(?:AP Photo|Getty Images|AFP|Reuters|REUTERS|EPA|Alamy|Shutterstock|iStock|dpa|Xinhua|Bloomberg)\b[^.!?\n]{0,40}[)\]]?$/iu;

/** `Jane Doe/Agency`, `(Doe / Agency Images)`: up to two words of a name before each stroke. */
const BY_STROKE =
  /(?:(?:^|\s*[([]|(?<=[.!?”"])\s*)(?:\p{Lu}[\p{L}.’'-]*\s){0,3}|\s*[([]?(?:\p{Lu}[\p{L}.’'-]*\s)?)[\p{L}\d_.’'-]+\s?(?:[/|]\s?(?:\p{Lu}[\p{L}\d.’'-]*\s?){1,3}){0,3}[/|]\s?(?:AP|AFP|EPA|PA|NYT|Getty|Reuters|REUTERS|Corbis|Shutterstock|Alamy|iStock|dpa|Pool|Xinhua|Bloomberg)\b[^.!?\n]{0,40}[)\]]?$/u;

/** `CreditJane Doe`: a label that only its typeface parts from the name. */
const CREDIT_WORD = /(?:^|(?<=[.!?”"’)])\s*)(?:Credit(?:\.{3}|…)?)+\s?(?=\p{Lu})[^.!?\n]{1,80}$|^Credit$/u;

/** In code units, from the end of a line. */
const LONGEST_CREDIT = 240;

/** What stands in a caption besides its credit; the empty string where it is nothing else. */
export function withoutCredit(text: string): string {
  const from = Math.max(0, text.length - LONGEST_CREDIT);
  const tail = text.slice(from);
  const credits = [BY_STROKE, CREDIT_LINE, CREDIT_WORD].map((credit) => credit.exec(tail)).filter((one) => one !== null);
  const [found] = credits.sort((a, b) => a.index - b.index);
  const at = from + (found?.index ?? 0);
  if (!found || (from > 0 && at === from) || (at > 0 && /\b(?:told|said|by|of|the|from|for)$/i.test(text.slice(Math.max(0, at - 10), at))))
    return text;
  return text.slice(0, at).trim();
}

/** `Read: …`, `[Read: …]` where it is a link. */
const READ = /^[[(]?(?:read|watch|listen|lire|lesen sie|lea|lee|leia|leggi|lees|читайте)\s*[:：]/iu;

/** Whether a line is there to lead to another page: a link that says so, or one in brackets. */
export function leadsElsewhere(text: string, linked: number): boolean {
  if (linked >= 0.4 && READ_ON.test(text)) return true;
  return linked >= 0.6 && (READ.test(text) || /^[[(].*[\])]$/su.test(text));
}

/** A label for what no text shows. */
export const LABEL_LINE =
  /^(?:images?|photos?|pictures?|videos?|fotos?|bild(?:er)?|imagen|imágenes|immagine|advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklam[ae]?|广告|廣告|広告|광고)[:.]?$/iu;

/** Whose a text is, where else it was printed, who edited it. */
export const CLAIMS =
  /^(?:(?:this|a version of this|an earlier version of this) (?:article|story|post|piece|column|essay|interview) (?:also )?(?:appears|appeared|ran|was (?:first |originally |also )?(?:re)?(?:printed|published|posted))\b|[【[(（]?(?:责任编辑|責任編輯|编辑|編輯|原标题|原標題|出品|本文来源|本文來源|文章来源)\s*[:：︱|])|(?:未经授权|未經授權|不得转载|不得轉載|版权所有|版權所有|無断転載|転載禁止|무단 ?전재|재배포 ?금지|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены)/iu;
