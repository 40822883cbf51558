// Written by `npm run manifest` from package.nls.de.json and package.nls.ko.json.
import type { Table } from './voice.ts';

/** What is said of settings while a project file is being written. */
export const SETTING_NOTES: Table = {
  'Folders of sources that drafts are checked against, relative to the project file or the workspace folder. Empty: a folder `corpus` beside or above the draft.':
    [
      'Ordner mit Quellen, an denen Entwürfe geprüft werden, von der Projektdatei oder dem Arbeitsbereichsordner aus. Leer: ein Ordner `corpus` neben dem Entwurf oder über ihm.',
      '초고를 대조할 출처 폴더입니다. 프로젝트 파일이나 작업 영역 폴더를 기준으로 합니다. 비워 두면 초고 옆이나 위의 `corpus` 폴더를 씁니다.',
    ],
  'Glob patterns of the files in the corpus folders that are sources (`include`; all that can be read if it is left out) and that are none though `include` has them (`exclude`), relative to each corpus folder. A folder stands for all that is in it. Hidden files, and what a `.gitignore` or `.verbatimignore` leaves out, are never sources.':
    [
      'Glob-Muster der Dateien in den Quellenordnern, die Quellen sind (`include`; fehlt es, alles, was lesbar ist) und die keine sind, obwohl `include` sie nennt (`exclude`), von jedem Quellenordner aus. Ein Ordner steht für alles, was darin liegt. Versteckte Dateien und was `.gitignore` oder `.verbatimignore` ausnehmen, sind nie Quellen.',
      '출처 폴더의 파일 가운데 출처로 볼 것(`include`, 생략하면 읽을 수 있는 모든 파일)과 `include`에 있어도 출처가 아닌 것(`exclude`)의 glob 패턴입니다. 각 출처 폴더를 기준으로 하며, 폴더는 그 안의 모든 것을 뜻합니다. 숨김 파일과 `.gitignore`나 `.verbatimignore`가 제외하는 것은 출처가 되지 않습니다.',
    ],
  'Which alterations of a quotation are accepted: `strict`, `guardian`, `chicago` or `legal`.': [
    'Welche Änderungen an einem Zitat zulässig sind: `strict`, `guardian`, `chicago` oder `legal`.',
    '인용문에 허용되는 변경의 기준입니다. `strict`, `guardian`, `chicago`, `legal` 가운데 하나입니다.',
  ],
  'How loudly a rule reports, by its name (`wrong-date`) or by the kind of change (`misquote.spelling`): `off`, `hint`, `information`, `warning` or `error`.':
    [
      'Wie laut eine Regel meldet, nach ihrem Namen (`wrong-date`) oder nach der Art der Änderung (`misquote.spelling`): `off`, `hint`, `information`, `warning` oder `error`.',
      '규칙 이름(`wrong-date`)이나 변경 종류(`misquote.spelling`)별로 얼마나 강하게 알릴지 정합니다. `off`, `hint`, `information`, `warning`, `error` 가운데 하나입니다.',
    ],
  'Names that mean the same person, place or organisation, one list each.': [
    'Namen, die dieselbe Person, denselben Ort oder dieselbe Einrichtung meinen, je eine Liste.',
    '같은 사람, 장소, 기관을 가리키는 이름을 목록 하나씩 적습니다.',
  ],
  'Glob patterns of the files that are drafts, relative to the project file or the workspace folder. A folder stands for all that is in it.':
    [
      'Glob-Muster der Dateien, die Entwürfe sind, von der Projektdatei oder dem Arbeitsbereichsordner aus. Ein Ordner steht für alles, was darin liegt.',
      '초고로 볼 파일의 glob 패턴입니다. 프로젝트 파일이나 작업 영역 폴더를 기준으로 하며, 폴더는 그 안의 모든 것을 뜻합니다.',
    ],
  'Glob patterns of files that are not drafts, though `include` has them. A folder stands for all that is in it.': [
    'Glob-Muster der Dateien, die keine Entwürfe sind, obwohl `include` sie nennt. Ein Ordner steht für alles, was darin liegt.',
    '`include`에 있어도 초고로 보지 않을 파일의 glob 패턴입니다. 폴더는 그 안의 모든 것을 뜻합니다.',
  ],
  'The day that relative dates (“on Tuesday”) count from in drafts whose front matter has no `date`, as YYYY-MM-DD.': [
    'Der Tag, von dem aus in Entwürfen ohne `date` im Kopf relative Angaben („am Dienstag“) gezählt werden, als JJJJ-MM-TT.',
    '머리말에 `date`가 없는 초고에서 상대 날짜(‘화요일에’)의 기준이 되는 날입니다. YYYY-MM-DD로 적습니다.',
  ],
  'When a draft is checked: `while-typing`; `on-save`, also when it is opened; or `on-demand`, when you run *Check This Draft Now*, which always checks. What was found before stays until then, and hovers, hints and the outline show it; words that were changed since are said to be. What you ask for yourself, as going to a source or the fact-check report, is of the draft as it is. The command line goes without it.':
    [
      'Wann ein Entwurf geprüft wird: `while-typing` (beim Schreiben), `on-save` (beim Speichern und beim Öffnen) oder `on-demand` (nur mit *Diesen Entwurf jetzt prüfen*, das immer prüft). Was vorher gefunden wurde, bleibt bis dahin stehen, und auch Hover, Hinweise und Gliederung zeigen es; bei Wörtern, die seither geändert wurden, steht es dabei. Wonach Sie selbst fragen, etwa der Weg zur Quelle oder der Prüfbericht, gilt dem Entwurf, wie er ist. Die Befehlszeile kennt dies nicht.',
      '초고를 검사하는 때입니다. `while-typing`(쓰는 동안), `on-save`(저장하거나 열 때), `on-demand`(*이 초고 지금 검사*를 실행할 때만; 이 명령은 언제나 검사합니다). 그때까지는 앞서 찾은 것이 남아 있고, 마우스를 올렸을 때의 설명과 힌트, 개요도 그것을 보여 주며, 그 뒤에 바뀐 말은 바뀌었다고 알려 줍니다. 출처로 가기나 사실 확인 보고서처럼 직접 요청한 것은 지금의 초고를 봅니다. 명령줄에는 적용되지 않습니다.',
    ],
  "Megabytes of memory that the index of the sources may take, from the next start on; what goes beyond is read from disk as it is needed, which is slower. Empty: a quarter of the machine's memory. The index takes about two thirds of what the sources' text takes.":
    [
      'Megabyte Arbeitsspeicher, die der Index der Quellen vom nächsten Start an haben darf; was darüber hinausgeht, wird bei Bedarf vom Datenträger gelesen, was langsamer ist. Leer: ein Viertel des Arbeitsspeichers. Der Index braucht etwa zwei Drittel so viel wie der Text der Quellen.',
      '다음 시작부터 출처 색인이 쓸 수 있는 메모리(MB)입니다. 넘는 부분은 필요할 때 디스크에서 읽으므로 느려집니다. 비워 두면 컴퓨터 메모리의 4분의 1입니다. 색인은 출처 텍스트의 약 3분의 2를 차지합니다.',
    ],
  "How words that Verbatim puts into a draft name their source: `text` (Saltmere Gazette, 12 March 2024), `link` (the same, leading to the article's address or file) or `footnote` (a Markdown footnote, with the title). In plain text always `text`.":
    [
      'Wie Wörter, die Verbatim in einen Entwurf setzt, ihre Quelle nennen: `text` (Saltmere Gazette, 12 March 2024), `link` (dasselbe, mit Verweis auf Adresse oder Datei des Artikels) oder `footnote` (eine Markdown-Fußnote mit Titel). In reinem Text immer `text`.',
      'Verbatim이 초고에 넣는 말이 출처를 밝히는 방식입니다. `text`(Saltmere Gazette, 12 March 2024), `link`(같은 내용에 기사의 주소나 파일로 가는 링크), `footnote`(제목이 있는 Markdown 각주). 일반 텍스트에서는 언제나 `text`입니다.',
    ],
  'How dates are written in what Verbatim puts into a draft: `d` and `dd` for the day, `M`, `MM`, `MMM` and `MMMM` for the month, `yy` and `yyyy` for the year, `EEE` and `EEEE` for the weekday, words between apostrophes.':
    [
      'Wie Tage in dem geschrieben werden, was Verbatim in einen Entwurf setzt: `d` und `dd` für den Tag, `M`, `MM`, `MMM` und `MMMM` für den Monat, `yy` und `yyyy` für das Jahr, `EEE` und `EEEE` für den Wochentag, Wörter zwischen Apostrophen.',
      'Verbatim이 초고에 넣는 날짜의 형식입니다. `d`와 `dd`는 일, `M`, `MM`, `MMM`, `MMMM`은 월, `yy`와 `yyyy`는 연도, `EEE`와 `EEEE`는 요일이며, 그대로 쓸 말은 작은따옴표로 묶습니다.',
    ],
  'The verb that gives quoted words to their speaker in what Verbatim puts into a draft.': [
    'Das Verb, das in dem, was Verbatim in einen Entwurf setzt, zitierte Wörter ihrem Sprecher gibt.',
    'Verbatim이 초고에 넣는 인용문을 말한 사람에게 이어 주는 동사입니다.',
  ],
  'The file that says which findings are let stand, relative to the project file or the workspace folder. Empty: `.verbatim-stet.yaml` beside the project file, or in the workspace folder.':
    [
      'Die Datei, die sagt, welche Befunde stehen gelassen werden, von der Projektdatei oder dem Arbeitsbereichsordner aus. Leer: `.verbatim-stet.yaml` neben der Projektdatei oder im Arbeitsbereichsordner.',
      '그대로 둘 지적 사항을 적은 파일입니다. 프로젝트 파일이나 작업 영역 폴더를 기준으로 합니다. 비워 두면 프로젝트 파일 옆이나 작업 영역 폴더의 `.verbatim-stet.yaml`을 씁니다.',
    ],
};
