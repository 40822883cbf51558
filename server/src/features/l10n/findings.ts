import type { Table } from './voice.ts';

/** What rules find, and how it can be mended. */
export const FINDINGS: Table = {
  'The source has {0}, not {1} ({2}).{3}': [
    'In der Quelle steht {0}, nicht {1} ({2}).{3}',
    '출처에는 {0}, 초고에는 {1}(으)로 되어 있습니다({2}).{3}',
  ],
  'The source does not have {0} here ({1}).{2}': [
    '{0} steht an dieser Stelle nicht in der Quelle ({1}).{2}',
    '출처의 이 대목에는 {0}(이)라는 말이 없습니다({1}).{2}',
  ],
  'The quotation leaves out {0} without marking it ({1}).{2}': [
    'Das Zitat lässt {0} weg, ohne es kenntlich zu machen ({1}).{2}',
    '인용문이 아무 표시 없이 {0}을(를) 뺐습니다({1}).{2}',
  ],
  'The source has these words in another order: {0}, not {1} ({2}).': [
    'In der Quelle stehen diese Wörter in anderer Reihenfolge: {0}, nicht {1} ({2}).',
    '출처에는 어순이 다르게 되어 있습니다. 출처: {0}, 초고: {1}({2}).',
  ],
  'The bracket stands for {0} in the source ({1}).{2}': [
    'Die Klammer steht für {0} in der Quelle ({1}).{2}',
    '대괄호로 바꾼 출처의 표현은 {0}입니다({1}).{2}',
  ],
  'The bracket puts another word in the place of {0} ({1}).': [
    'Die Klammer setzt ein anderes Wort an die Stelle von {0} ({1}).',
    '대괄호가 {0}을(를) 다른 말로 바꿨습니다({1}).',
  ],
  'The ellipsis hides words on which the sense may turn: {0} ({1}).': [
    'Die Auslassung verdeckt Wörter, an denen der Sinn hängen kann: {0} ({1}).',
    '줄임표가 뜻을 바꿀 수 있는 말을 가리고 있습니다: {0}({1}).',
  ],
  '“[sic]” says that the source has {0}; it has nothing of it ({1}).': [
    'Nach „[sic]“ müsste in der Quelle {0} stehen; dort steht nichts davon ({1}).',
    '‘[sic]’는 출처에 {0}(이)라고 되어 있다는 뜻이지만, 출처에는 그런 말이 없습니다({1}).',
  ],
  '“[sic]” says that the source has {0}; it has {1} ({2}).': [
    'Nach „[sic]“ müsste in der Quelle {0} stehen; dort steht {1} ({2}).',
    '‘[sic]’는 출처에 {0}(이)라고 되어 있다는 뜻이지만, 출처에는 {1}(으)로 되어 있습니다({2}).',
  ],
  ' This turns the sense round.': [' Das kehrt den Sinn um.', ' 뜻이 뒤집힙니다.'],
  ' A figure is changed.': [' Eine Zahl ist verändert.', ' 숫자가 바뀌었습니다.'],
  ' This changes how sure or how bound the speaker is.': [
    ' Das verändert, wie sicher oder wie verbindlich die Aussage ist.',
    ' 말한 사람의 확신이나 의무의 정도가 달라집니다.',
  ],
  ' A name is changed.': [' Ein Name ist verändert.', ' 이름이 바뀌었습니다.'],
  ' Each denies in its own way.': [' Beides verneint, aber auf verschiedene Weise.', ' 둘 다 부정이지만 뜻이 다릅니다.'],
  'Replace {0} by the source’s {1}': ['{0} durch {1} aus der Quelle ersetzen', '{0}을(를) 출처의 {1}(으)로 바꾸기'],
  'Replace by the source’s {0}': ['Durch {0} aus der Quelle ersetzen', '출처의 {0}(으)로 바꾸기'],
  'Put back {0}': ['{0} wieder einsetzen', '{0} 다시 넣기'],
  'Take out {0}': ['{0} herausnehmen', '{0} 빼기'],
  'Put the source’s words in: {0}': ['Den Wortlaut der Quelle einsetzen: {0}', '출처의 표현 넣기: {0}'],
  'Mark the omission with an ellipsis': ['Die Auslassung mit Auslassungspunkten kennzeichnen', '생략한 자리에 줄임표 넣기'],
  'Bracket the change': ['Die Änderung in eckige Klammern setzen', '바꾼 말을 대괄호로 묶기'],
  'Drop the quotation marks': ['Die Anführungszeichen entfernen', '따옴표 없애기'],
  'The source has {0} in front of this, which turns it round ({1}).': [
    'Davor steht in der Quelle {0}, und das kehrt den Sinn um ({1}).',
    '출처에는 이 앞에 {0}(이)라는 말이 있어 뜻이 뒤집힙니다({1}).',
  ],
  'The source goes on: {0} ({1}).': ['In der Quelle geht es weiter: {0} ({1}).', '출처에서는 이렇게 이어집니다: {0}({1}).'],
  'Quote on: {0}': ['Weiterzitieren: {0}', '이어서 인용하기: {0}'],
  '{0} quotes this in other words: {1}.': ['{0} zitiert dies mit anderen Worten: {1}.', '{0}에는 이 말이 다르게 인용되어 있습니다: {1}.'],
  'The draft quotes this in other words before: {0}.': [
    'Weiter oben zitiert der Entwurf dies mit anderen Worten: {0}.',
    '초고의 앞부분에는 이 말이 다르게 인용되어 있습니다: {0}.',
  ],
  'No source in the corpus has these words or anything near them.': [
    'Keine der Quellen enthält diese Worte oder etwas Ähnliches.',
    '이 말이나 비슷한 말이 있는 출처가 없습니다.',
  ],
  'There are no words between the marks.': ['Zwischen den Anführungszeichen stehen keine Wörter.', '따옴표 안에 말이 없습니다.'],
  'The draft says that it is a translation.': ['Dem Entwurf zufolge ist es eine Übersetzung.', '초고에 번역이라고 밝혀져 있습니다.'],
  'There are no sources to compare with.': ['Es gibt keine Quellen zum Vergleichen.', '비교할 출처가 없습니다.'],
  'The sources are still being read.': ['Die Quellen werden noch gelesen.', '출처를 아직 읽는 중입니다.'],
  '{0} has these words from {1}; the draft names neither.': [
    '{0} hat diese Worte von {1}; der Entwurf nennt keinen von beiden.',
    '{0}은(는) 이 말을 {1}에서 옮겼는데, 초고는 어느 쪽도 밝히지 않았습니다.',
  ],
  '{0} has {1}; the same text has {2} in {3}.': [
    'Bei {0} steht {1}; derselbe Text hat in {3} {2}.',
    '{0}에는 {1}(으)로, 같은 글이 실린 다른 곳에는 {2}(으)로 되어 있습니다({3}).',
  ],
  'The sources disagree: {0} has {1}, {2} {3}.': [
    'Die Quellen widersprechen sich: Bei {0} steht {1}, bei {2} steht {3}.',
    '출처마다 다릅니다. {0}에는 {1}, {2}에는 {3}(으)로 되어 있습니다.',
  ],
  '{0} has {1} in its text and {2} in its headline.': [
    'Bei {0} steht im Text {1} und in der Überschrift {2}.',
    '{0}의 본문에는 {1}, 제목에는 {2}(으)로 되어 있습니다.',
  ],
  'The ellipsis joins the words of two people ({0}).': [
    'Die Auslassung verbindet die Worte zweier Personen ({0}).',
    '줄임표가 두 사람의 말을 하나로 이었습니다({0}).',
  ],
  'One pair of marks joins the words of two people ({0}).': [
    'In denselben Anführungszeichen stehen die Worte zweier Personen ({0}).',
    '따옴표 한 쌍 안에 두 사람의 말이 들어 있습니다({0}).',
  ],
  'The source has these passages in another order, or in two articles ({0}).': [
    'In der Quelle stehen diese Stellen in anderer Reihenfolge oder in zwei Artikeln ({0}).',
    '출처에는 이 대목들이 다른 순서로 있거나 두 기사에 나뉘어 있습니다({0}).',
  ],
  'One pair of marks joins passages that stand apart in the source, without an ellipsis ({0}).': [
    'In denselben Anführungszeichen stehen ohne Auslassungszeichen Stellen, die in der Quelle getrennt sind ({0}).',
    '출처에서 떨어져 있는 대목들을 줄임표 없이 따옴표 한 쌍으로 묶었습니다({0}).',
  ],
  ' on {0}': [' ({0})', '({0})'],
  ' on {0} at {1}': [' ({0}, {1} Uhr)', '({0} {1})'],
  '{0} withdrew this text{1}: it is not to be used.': [
    '{0} hat diesen Text{1} zurückgezogen: Er ist nicht zu verwenden.',
    '{0}에서 이 글을 철회했습니다{1}. 사용하면 안 됩니다.',
  ],
  '{0} is holding this text back (notice{1}).': [
    '{0} hält diesen Text zurück. Hinweis{1}.',
    '{0}에서 이 글의 사용을 보류했습니다. 안내{1}.',
  ],
  '{0} is holding this text back.': ['{0} hält diesen Text zurück.', '{0}에서 이 글의 사용을 보류했습니다.'],
  'it reads {0} now': ['Jetzt lautet es {0}', '지금은 {0}(으)로 되어 있습니다'],
  'it no longer has {0} here': ['{0} steht hier nicht mehr', '이 대목에 {0}(이)라는 말이 더는 없습니다'],
  'it has {0} here now, which it had not before': ['Hier steht jetzt zusätzlich {0}', '이 대목에 {0}(이)라는 말이 새로 들어갔습니다'],
  'it has {0} now, not {1}': ['Jetzt steht dort {0}, nicht {1}', '{1}이(가) 지금은 {0}(으)로 바뀌었습니다'],
  '{0} corrected this{1}: {2}.': ['{0} hat dies{1} berichtigt: {2}.', '{0}에서 이 부분을 바로잡았습니다{1}. {2}.'],
  'A newer version of this text ({0}) is at hand: {1}.': [
    'Von diesem Text liegt eine neuere Fassung vor ({0}): {1}.',
    '이 글의 더 새로운 판이 있습니다({0}). {1}.',
  ],
  '{0} corrected this text{1}, and these words are no longer in it.': [
    '{0} hat diesen Text{1} berichtigt, und diese Worte stehen nicht mehr darin.',
    '{0}에서 이 글을 바로잡았으며{1}, 이 말은 더는 들어 있지 않습니다.',
  ],
  '{0} is the newest version of this text, and these words are no longer in it.': [
    'Die neueste Fassung dieses Textes ist {0} und enthält diese Worte nicht mehr.',
    '이 글의 최신판은 {0}이며, 이 말은 더는 들어 있지 않습니다.',
  ],
  'Follow the newest version': ['Der neuesten Fassung folgen', '최신판에 맞추기'],
  'Follow the newest version: {0}': ['Der neuesten Fassung folgen: {0}', '최신판에 맞추기: {0}'],
  'There is no rule {0}.': ['Eine Regel {0} gibt es nicht.', '{0}(이)라는 규칙은 없습니다.'],
  'There is nothing here for this directive to let stand.': [
    'Hier gibt es nichts, was diese Anweisung stehen lassen könnte.',
    '이 지시로 그대로 둘 것이 여기에는 없습니다.',
  ],
  'Remove the directive': ['Die Anweisung entfernen', '지시 지우기'],
  'This entry lets nothing stand: without it, nothing more would be reported.': [
    'Dieser Eintrag lässt nichts stehen: Auch ohne ihn würde nichts weiter gemeldet.',
    '이 항목으로 그대로 두는 것이 없습니다. 지워도 새로 지적되는 것이 없습니다.',
  ],
  'Remove the entry': ['Den Eintrag entfernen', '항목 지우기'],
  'Name the source: “{0}”': ['Die Quelle nennen: „{0}“', '출처 밝히기: “{0}”'],
  'Name the source: {0}': ['Die Quelle nennen: {0}', '출처 밝히기: {0}'],
  'Name the speaker: {0}': ['Nennen, wer es sagt: {0}', '말한 사람 밝히기: {0}'],
  'Put the copied words in quotation marks: “…,” {0}': [
    'Die übernommenen Worte in Anführungszeichen setzen: “…,” {0}',
    '옮겨 온 말을 따옴표로 묶기: “…,” {0}',
  ],
  'Put the copied words in quotation marks': ['Die übernommenen Worte in Anführungszeichen setzen', '옮겨 온 말을 따옴표로 묶기'],
  'This repeats {0} nearly word for word and names no source.': [
    'Dies gibt {0} fast wörtlich wieder und nennt keine Quelle.',
    '{0}의 글을 거의 그대로 옮기고 출처를 밝히지 않았습니다.',
  ],
  'Nobody is named for these words ({0}).': [
    'Es wird nicht gesagt, wessen Worte dies sind ({0}).',
    '누구의 말인지 밝혀져 있지 않습니다({0}).',
  ],
  'Nobody is named for these words: they are {0}’s ({1}).': [
    'Es wird nicht gesagt, wessen Worte dies sind: Sie stammen von {0} ({1}).',
    '누구의 말인지 밝혀져 있지 않습니다. 출처에서 이 말을 한 사람: {0}({1}).',
  ],
  'This quotation mark ({0}) has no partner in its paragraph, so it cannot be told what is quoted.': [
    'Dieses Anführungszeichen ({0}) hat in seinem Absatz kein Gegenstück, sodass nicht zu erkennen ist, was zitiert wird.',
    '이 따옴표({0})의 짝이 같은 단락에 없어 어디까지가 인용인지 알 수 없습니다.',
  ],
  'Change to {0}': ['In {0} ändern', '{0}(으)로 바꾸기'],
  ' ({0} by the draft’s date)': [' (nach dem Datum des Entwurfs {0})', '(초고 날짜로는 {0})'],
  '{0}{1} does not fit {2}: there it is {3}.': [
    '{0}{1} passt nicht zu {2}: Dort ist es der {3}.',
    '{0}{1}은(는) 출처와 맞지 않습니다({2}). 출처의 날짜: {3}.',
  ],
  '{0}{1} does not fit {2}.': ['{0}{1} passt nicht zu {2}.', '{0}{1}은(는) 출처와 맞지 않습니다({2}).'],
  '{0} has {1} here, not {2}.': ['Bei {0} steht hier {1}, nicht {2}.', '{0}에는 {2}이(가) 아니라 {1}(으)로 되어 있습니다.'],
  'There is no {0}.': ['Den Tag „{0}“ gibt es nicht.', '‘{0}’은(는) 없는 날짜입니다.'],
  '{0} is a {1}, not a {2}.': ['Der {0} ist ein {1}, kein {2}.', '{0}은 {2}이 아니라 {1}입니다.'],
  '{0} was a {1}, not a {2}.': ['Der {0} war ein {1}, kein {2}.', '{0}은 {2}이 아니라 {1}이었습니다.'],
  '{0} names {1} here, not {2}.': ['{0} nennt hier {1}, nicht {2}.', '{0}에 나오는 이름은 {2}이(가) 아니라 {1}입니다.'],
  '{0} has {1}, not {2}.': ['Bei {0} steht {1}, nicht {2}.', '{0}에는 {2}이(가) 아니라 {1}(으)로 되어 있습니다.'],
  'The article that is linked to does not have these words; {0} has.': [
    'Der verlinkte Artikel enthält diese Worte nicht; bei {0} stehen sie.',
    '링크된 기사에는 이 말이 없고 {0}에 있습니다.',
  ],
  '{0} does not have these words; {1} has.': ['{0} hat diese Worte nicht; bei {1} stehen sie.', '{0}에는 이 말이 없고 {1}에 있습니다.'],
  'Credit {0} instead': ['Stattdessen {0} nennen', '대신 {0}(으)로 밝히기'],
  '{0} gives these words to {1}, not {2}.': [
    '{0} schreibt diese Worte {1} zu, nicht {2}.',
    '{0}에는 {2}이(가) 아니라 {1}의 말로 되어 있습니다.',
  ],
  'Name {0} instead': ['Stattdessen {0} nennen', '대신 {0}(으)로 쓰기'],
};
