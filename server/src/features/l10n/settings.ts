import type { Table } from './voice.ts';

/** What is told of settings, of the details of sources and of what is let stand, as text. */
export const SETTINGS: Table = {
  'There is no setting “{0}”. {1}': ['Eine Einstellung „{0}“ gibt es nicht. {1}', '‘{0}’(이)라는 설정은 없습니다. {1}'],
  'There is no setting of “sources” “{0}”. {1}': [
    '„sources“ hat keine Einstellung „{0}“. {1}',
    '‘sources’에는 ‘{0}’(이)라는 설정이 없습니다. {1}',
  ],
  'There is no key “{0}”. {1}': ['Einen Schlüssel „{0}“ gibt es nicht. {1}', '‘{0}’(이)라는 키는 없습니다. {1}'],
  'There is no kind of misquote “{0}”. {1}': [
    'Eine Art falscher Zitate „{0}“ gibt es nicht. {1}',
    '‘{0}’(이)라는 인용 오류는 없습니다. {1}',
  ],
  'There is no rule “{0}”. {1}': ['Eine Regel „{0}“ gibt es nicht. {1}', '‘{0}’(이)라는 규칙은 없습니다. {1}'],
  'There are: {0}.': ['Es gibt: {0}.', '쓸 수 있는 것: {0}.'],
  'Did you mean “{0}”?': ['Meinten Sie „{0}“?', '‘{0}’을(를) 쓰려고 하셨나요?'],
  '“{0}” must be {1}, not {2}.': ['„{0}“ erwartet {1}; hier steht {2}.', '‘{0}’에는 {2} 대신 {1}을(를) 적어야 합니다.'],
  '“{0}” must be {1}, not an alias (*).': ['„{0}“ erwartet {1}, keinen Alias (*).', '‘{0}’에는 별칭(*) 대신 {1}을(를) 적어야 합니다.'],
  '“{0}” must be {1}.': ['„{0}“ erwartet {1}.', '‘{0}’에는 {1}을(를) 적어야 합니다.'],
  '“{0}” must not be an empty list.': ['„{0}“ darf keine leere Liste sein.', '‘{0}’에 빈 목록을 적을 수 없습니다.'],
  '“date” must be a day, as YYYY-MM-DD, not “{0}”.': [
    '„date“ erwartet einen Tag als JJJJ-MM-TT; hier steht „{0}“.',
    '‘date’에는 “{0}” 대신 YYYY-MM-DD 형식의 날짜를 적어야 합니다.',
  ],
  '“{0}”': ['„{0}“', '“{0}”'],
  empty: ['nichts', '빈 값'],
  'true or false': ['true oder false', 'true나 false'],
  'a list': ['eine Liste', '목록'],
  'a map': ['eine Zuordnung', '키와 값의 묶음'],
  'one of {0}': ['eines von {0}', '{0} 가운데 하나'],
  'a text': ['einen Text', '글'],
  'a text, or a list of texts': ['einen Text oder eine Liste von Texten', '글이나 글의 목록'],
  'a name or a list of names': ['einen Namen oder eine Liste von Namen', '이름이나 이름의 목록'],
  'a day that exists, such as 2025-10-07 or 7 October 2025': [
    'einen Tag, den es gibt, etwa 2025-10-07 oder 7 October 2025',
    '2025-10-07이나 7 October 2025처럼 실제로 있는 날짜',
  ],
  'a day that exists, as YYYY-MM-DD': ['einen Tag, den es gibt, als JJJJ-MM-TT', 'YYYY-MM-DD 형식의 실제로 있는 날짜'],
  'a pattern with day and month, such as d MMMM yyyy or MMMM d, yyyy': [
    'ein Muster mit Tag und Monat, etwa d MMMM yyyy oder MMMM d, yyyy',
    'd MMMM yyyy나 MMMM d, yyyy처럼 일과 월이 들어간 형식',
  ],
  'a verb as it stands before or behind a name, such as said': [
    'ein Verb, wie es vor oder hinter einem Namen steht, etwa said',
    'said처럼 이름 앞이나 뒤에 오는 동사',
  ],
  'a number of megabytes, 64 or more': ['eine Zahl in Megabyte, mindestens 64', '64 이상의 메가바이트 수'],
  'the path of a folder': ['den Pfad eines Ordners', '폴더 경로'],
  'the path of a file, such as editing/stet.yaml': ['den Pfad einer Datei, etwa editing/stet.yaml', 'editing/stet.yaml 같은 파일 경로'],
  'a list of folders, such as [corpus]': ['eine Liste von Ordnern, etwa [corpus]', '[corpus] 같은 폴더 목록'],
  'a glob pattern': ['ein Glob-Muster', 'glob 패턴'],
  'a list of glob patterns, such as ["**/*.pdf"]': ['eine Liste von Glob-Mustern, etwa ["**/*.pdf"]', '["**/*.pdf"] 같은 glob 패턴 목록'],
  'a list of glob patterns, such as ["**/*.md"]': ['eine Liste von Glob-Mustern, etwa ["**/*.md"]', '["**/*.md"] 같은 glob 패턴 목록'],
  'a list of glob patterns, such as [drafts]': ['eine Liste von Glob-Mustern, etwa [drafts]', '[drafts] 같은 glob 패턴 목록'],
  'a list of glob patterns, such as ["drafts/old/**"]': [
    'eine Liste von Glob-Mustern, etwa ["drafts/old/**"]',
    '["drafts/old/**"] 같은 glob 패턴 목록',
  ],
  'patterns of files, such as { exclude: [drafts] }': ['Dateimuster, etwa { exclude: [drafts] }', '{ exclude: [drafts] } 같은 파일 패턴'],
  'rules and how loudly they report, such as { wrong-date: error }': [
    'Regeln und wie laut sie melden, etwa { wrong-date: error }',
    '{ wrong-date: error }처럼 규칙과 그 심각도',
  ],
  'a name, in quotation marks if YAML takes it for something else': [
    'einen Namen, in Anführungszeichen, falls YAML ihn für etwas anderes hält',
    '이름(YAML이 다른 것으로 읽으면 따옴표로 묶음)',
  ],
  'a list of names that mean the same': ['eine Liste von Namen, die dasselbe meinen', '같은 대상을 가리키는 이름의 목록'],
  'a list of lists of names, such as [[Kyiv, Kiev]]': [
    'eine Liste von Namenslisten, etwa [[Kyiv, Kiev]]',
    '[[Kyiv, Kiev]] 같은 이름 목록의 목록',
  ],
  'The project file cannot be read, so nothing of it holds. {0}': [
    'Die Projektdatei kann nicht gelesen werden, sodass nichts daraus gilt. {0}',
    '프로젝트 파일을 읽을 수 없어 그 설정을 적용하지 못합니다. {0}',
  ],
  'The file must be a list of settings, one “name: value” a line. There are: {0}.': [
    'Die Datei muss eine Liste von Einstellungen sein, je Zeile ein „Name: Wert“. Es gibt: {0}.',
    '파일에는 설정을 한 줄에 하나씩 ‘이름: 값’으로 적어야 합니다. 쓸 수 있는 것: {0}.',
  ],
  'This alias (*) stands for nothing, or for more than can be unfolded; write the value out.': [
    'Dieser Alias (*) steht für nichts oder für mehr, als sich auflösen lässt; schreiben Sie den Wert aus.',
    '이 별칭(*)이 가리키는 것이 없거나 너무 커서 펼칠 수 없습니다. 값을 그대로 적으세요.',
  ],
  'This setting stands here a second time; leave one of the two.': [
    'Diese Einstellung steht hier zum zweiten Mal; lassen Sie eine der beiden stehen.',
    '같은 설정이 두 번 나옵니다. 하나만 남기세요.',
  ],
  'YAML is indented with spaces, not with tabs.': [
    'YAML wird mit Leerzeichen eingerückt, nicht mit Tabulatoren.',
    'YAML은 탭이 아니라 공백으로 들여 씁니다.',
  ],
  'A bracket that was opened before this is not closed: its “{0}” is missing.': [
    'Eine Klammer, die davor geöffnet wurde, ist nicht geschlossen: Ihre „{0}“ fehlt.',
    '앞에서 연 괄호가 닫히지 않았습니다. “{0}”이(가) 없습니다.',
  ],
  'A quotation mark that was opened before this is not closed.': [
    'Ein Anführungszeichen, das davor geöffnet wurde, ist nicht geschlossen.',
    '앞에서 연 따옴표가 닫히지 않았습니다.',
  ],
  'This is not YAML: {0}': ['Das ist kein YAML: {0}', 'YAML 형식이 아닙니다: {0}'],
  'The file cannot be read, so nothing of it is let stand. {0}': [
    'Die Datei kann nicht gelesen werden, sodass nichts daraus stehen bleibt. {0}',
    '파일을 읽을 수 없어 그대로 둘 것을 적용하지 못합니다. {0}',
  ],
  'The file must be a list of entries, each of which begins with “- ”.': [
    'Die Datei muss eine Liste von Einträgen sein, deren jeder mit „- “ beginnt.',
    '파일은 ‘- ’로 시작하는 항목의 목록이어야 합니다.',
  ],
  'An entry must be made of “name: value” lines. There are: {0}.': [
    'Ein Eintrag muss aus Zeilen „Name: Wert“ bestehen. Es gibt: {0}.',
    '항목은 ‘이름: 값’ 줄로 이루어져야 합니다. 쓸 수 있는 것: {0}.',
  ],
  'This key stands in the entry a second time; leave one of the two, or begin a new entry with “- ”.': [
    'Dieser Schlüssel steht in dem Eintrag zum zweiten Mal; lassen Sie einen der beiden stehen, oder beginnen Sie mit „- “ einen neuen Eintrag.',
    '한 항목에 같은 키가 두 번 나옵니다. 하나만 남기거나 ‘- ’로 새 항목을 시작하세요.',
  ],
  '{0} The entry does not hold as it is.': ['{0} So gilt der Eintrag nicht.', '{0} 이대로는 항목이 적용되지 않습니다.'],
  'An entry has either “words” or “quotation”, not both; make two of it.': [
    'Ein Eintrag hat entweder „words“ oder „quotation“, nicht beides; machen Sie zwei daraus.',
    '한 항목에는 ‘words’와 ‘quotation’ 가운데 하나만 쓸 수 있습니다. 두 항목으로 나누세요.',
  ],
  '“quotation” has no words.': ['„quotation“ enthält keine Wörter.', '‘quotation’에 말이 없습니다.'],
  '“words” has no words.': ['„words“ enthält keine Wörter.', '‘words’에 말이 없습니다.'],
  '“before” and “after” say where “words” stand; these are missing.': [
    '„before“ und „after“ sagen, wo „words“ stehen; diese fehlen.',
    '‘before’와 ‘after’는 ‘words’의 자리를 나타내는데, ‘words’가 없습니다.',
  ],
  'The entry does not say what is let stand: name words, a quotation, a draft or a rule.': [
    'Der Eintrag sagt nicht, was stehen bleibt: Nennen Sie Wörter, ein Zitat, einen Entwurf oder eine Regel.',
    '무엇을 그대로 둘지 적혀 있지 않습니다. 말, 인용문, 초고, 규칙 가운데 하나를 적으세요.',
  ],
  'The file of sign-offs is too long and was not read.': [
    'Die Datei der Abzeichnungen ist zu lang und wurde nicht gelesen.',
    '확인 서명 파일이 너무 길어 읽지 않았습니다.',
  ],
  'The file of sign-offs cannot be read: line {0} is not YAML. It may have a merge that is not finished.': [
    'Die Datei der Abzeichnungen kann nicht gelesen werden: Zeile {0} ist kein YAML. Vielleicht ist eine Zusammenführung nicht abgeschlossen.',
    '확인 서명 파일을 읽을 수 없습니다. {0}행이 YAML 형식이 아닙니다. 병합이 끝나지 않았을 수 있습니다.',
  ],
  'The index of these sources is larger than the memory it may take ({0} MB), so that parts of it are read from disk: nothing is missed, but checks take longer. Allow it more with “memory”, or name fewer folders with “corpora”, in .verbatim.yaml.':
    [
      'Der Index dieser Quellen ist größer als der Arbeitsspeicher, den er haben darf ({0} MB), sodass Teile davon vom Datenträger gelesen werden: Es entgeht nichts, aber Prüfungen dauern länger. Erlauben Sie ihm in .verbatim.yaml mit „memory“ mehr, oder nennen Sie mit „corpora“ weniger Ordner.',
      '이 출처의 색인이 허용된 메모리({0}MB)보다 커서 일부를 디스크에서 읽습니다. 빠지는 것은 없지만 검사가 오래 걸립니다. .verbatim.yaml에서 ‘memory’를 늘리거나 ‘corpora’의 폴더를 줄이세요.',
    ],
  'No detail of a source is called “{0}”. Did you mean “{1}”?': [
    'Eine Angabe „{0}“ gibt es für Quellen nicht. Meinten Sie „{1}“?',
    '출처 정보에 ‘{0}’(이)라는 것은 없습니다. ‘{1}’을(를) 쓰려고 하셨나요?',
  ],
  'No detail of a source is called “{0}”. There are: {1}.': [
    'Eine Angabe „{0}“ gibt es für Quellen nicht. Es gibt: {1}.',
    '출처 정보에 ‘{0}’(이)라는 것은 없습니다. 쓸 수 있는 것: {1}.',
  ],
  'The headline or title, as the publisher prints it.': [
    'Die Überschrift oder der Titel, wie das Medium ihn druckt.',
    '매체에 실린 그대로의 제목입니다.',
  ],
  'Who published it: a newspaper, an agency, an organisation. Drafts that credit words to a publication are checked against it.': [
    'Wer es veröffentlicht hat: eine Zeitung, eine Agentur, eine Einrichtung. Daran wird geprüft, ob Entwürfe Worte dem richtigen Medium zuschreiben.',
    '펴낸 곳입니다. 신문, 통신사, 기관 등. 초고가 어느 매체의 말이라고 밝힌 것을 이와 대조합니다.',
  ],
  'Who wrote it: one name, or a list of names.': [
    'Wer es geschrieben hat: ein Name oder eine Liste von Namen.',
    '글쓴이입니다. 이름 하나 또는 이름의 목록입니다.',
  ],
  'The day of publication. Relative dates in the source (“on Tuesday”) count from it. A month or a year will do.': [
    'Der Tag der Veröffentlichung. Von ihm aus zählen relative Angaben in der Quelle („am Dienstag“). Ein Monat oder ein Jahr genügt.',
    '발행한 날입니다. 출처의 상대 날짜(‘화요일에’)는 이날을 기준으로 셉니다. 월이나 연도만 적어도 됩니다.',
  ],
  'Where it was published on the web. A draft that links to this address cites this source.': [
    'Wo es im Web veröffentlicht wurde. Ein Entwurf, der auf diese Adresse verweist, nennt damit diese Quelle.',
    '웹에 발행된 주소입니다. 이 주소로 링크한 초고는 이 출처를 인용한 것으로 봅니다.',
  ],
  'The language of the text, as a code (BCP 47).': [
    'Die Sprache des Textes, als Kürzel (BCP 47).',
    '글의 언어를 나타내는 코드입니다(BCP 47).',
  ],
  'Whose words the whole text is, where nobody else is named for them: of a speech, a statement or a recording with one voice.': [
    'Wessen Worte der ganze Text sind, wo niemand anders genannt ist: bei einer Rede, einer Erklärung oder einer Aufnahme mit einer Stimme.',
    '다른 사람이 밝혀져 있지 않을 때 글 전체가 누구의 말인지 적습니다. 연설, 성명, 한 사람의 녹음 등에 씁니다.',
  ],
  'What kind of text it is: a report, a transcript of people speaking in turn, or your own note about a source.': [
    'Was für ein Text es ist: ein Bericht, die Abschrift eines Gesprächs oder Ihre eigene Notiz zu einer Quelle.',
    '글의 종류입니다. 기사, 여러 사람의 말을 적은 녹취록, 출처에 관한 자신의 메모 가운데 하나입니다.',
  ],
  'Which version of the text this is, where there are several: a number, or what the publisher calls it.': [
    'Welche Fassung des Textes dies ist, wo es mehrere gibt: eine Nummer, oder wie das Medium sie nennt.',
    '여러 판이 있을 때 어느 판인지 적습니다. 번호나 매체가 부르는 이름을 씁니다.',
  ],
  'The address or number of the text that this one corrects: what it says holds, and no longer the text before it.': [
    'Die Adresse oder Nummer des Textes, den dieser berichtigt: Es gilt, was hier steht, und nicht mehr der frühere Text.',
    '이 글이 바로잡는 글의 주소나 번호입니다. 앞의 글 대신 이 글의 내용을 따릅니다.',
  ],
  'The address or number of the text that this one takes the place of, without saying that anything in it was wrong.': [
    'Die Adresse oder Nummer des Textes, an dessen Stelle dieser tritt, ohne dass darin etwas falsch gewesen sein muss.',
    '이 글이 대신하는 글의 주소나 번호입니다. 앞의 글이 틀렸다는 뜻은 아닙니다.',
  ],
  'The day on which it was taken from the web or pasted. Nothing is checked by it: it says how old your copy is.': [
    'Der Tag, an dem es aus dem Web geholt oder eingefügt wurde. Geprüft wird daran nichts: Er sagt, wie alt Ihre Kopie ist.',
    '웹에서 가져오거나 붙여 넣은 날입니다. 검사에는 쓰이지 않고, 사본이 얼마나 오래되었는지 나타냅니다.',
  ],
  'Details of single articles, where the file has several: by their mark, which is what follows “#” in their name. What stands outside “articles” holds for all.':
    [
      'Angaben zu einzelnen Artikeln, wo die Datei mehrere hat: unter ihrer Marke, das ist, was in ihrem Namen auf „#“ folgt. Was außerhalb von „articles“ steht, gilt für alle.',
      '파일에 기사가 여럿일 때 기사별 정보입니다. 이름에서 ‘#’ 뒤에 오는 표지로 구분합니다. ‘articles’ 밖에 적은 것은 모든 기사에 적용됩니다.',
    ],
  'Somebody’s report: its quotations are whose they are said to be.': [
    'Ein Bericht: Seine Zitate sind von denen, die er nennt.',
    '기사: 인용문은 기사에서 밝힌 사람의 말입니다.',
  ],
  'People speaking in turn: each turn is its speaker’s words.': [
    'Abschrift: Was jemand sagt, sind seine Worte.',
    '녹취록: 각 발언은 그것을 한 사람의 말입니다.',
  ],
  'Your own notes about a source: their prose is nobody’s words, their quotations are.': [
    'Eigene Notizen zu einer Quelle: Nur ihre Zitate sind jemandes Worte, nicht ihr Text.',
    '출처에 관한 자신의 메모: 본문은 누구의 말도 아니며, 인용문만 누군가의 말입니다.',
  ],
};
