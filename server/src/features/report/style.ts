/** The page's own colours where it is dark: for a page on its own as the system has it, in an editor as the editor's theme is. */
const DARK = `--own-fg: #e3e3e3; --own-bg: #1b1b1b; --own-quiet: #ababab; --own-line: #5a5a5a; --own-link: #79b8ff;
  --own-good: #7ccf8a; --own-bad: #ff9a8f; --own-mark: #4d4215;`;

/**
 * How the report looks. Colours are the editor's own where it gives them (`--vscode-…`), which makes it light, dark or of high
 * contrast with the editor; a page on its own has colours for either light or dark, and none on paper.
 */
export const REPORT_STYLE = `
:root, .vscode-light, .vscode-high-contrast-light {
  --own-fg: #1f1f1f; --own-bg: #ffffff; --own-quiet: #595959; --own-line: #b5b5b5; --own-link: #0055aa;
  --own-good: #1d6b2c; --own-bad: #a31515; --own-mark: #fff0b3;
}
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
.vscode-light, .vscode-high-contrast-light { color-scheme: light; }
.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; ${DARK} }
body {
  --fg: var(--vscode-foreground, var(--own-fg));
  --bg: var(--vscode-editor-background, var(--own-bg));
  --quiet: var(--vscode-descriptionForeground, var(--own-quiet));
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--own-line)));
  --link: var(--vscode-textLink-foreground, var(--own-link));
  --mark: var(--vscode-editor-findMatchHighlightBackground, var(--own-mark));
  --ring: var(--vscode-focusBorder, var(--own-link));
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 0 1.5em 4em; max-width: 60em; color: var(--fg); background: var(--bg);
  font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 1em); line-height: 1.5;
}
h1 { font-size: 1.5em; line-height: 1.25; margin: 1em 0 0.2em; }
h1 cite { font-style: normal; }
h2 { font-size: 1.15em; margin: 1.2em 0 0.3em; }
h3 { font-size: 1em; margin: 0 0 0.4em; }
.day, .quiet, .number { color: var(--quiet); }
.day, .coverage ul { margin: 0; }
.coverage ul { padding-left: 1.2em; }
p.quiet { margin: 0.4em 0; }
table { border-collapse: collapse; margin: 0.5em 0; }
caption { text-align: left; color: var(--quiet); }
th, td { border: 1px solid var(--line); padding: 0.15em 0.6em; text-align: left; vertical-align: top; font-weight: normal; }
thead th, th[scope=rowgroup] { font-weight: 600; }
td { text-align: right; }
.items { list-style: none; margin: 0; padding: 0; }
.items > li { border-top: 1px solid var(--line); padding: 0.9em 0; }
.items > li[hidden] { display: none; }
article, button, summary, input, a { scroll-margin: 0.5em 0; }
.tools :is(button, select) { scroll-margin-top: calc(-1 * var(--covered, 0px)); }
.verdict { font-weight: 600; }
.verdict.no-source, .verdict.ignored, .verdict.unchecked, .verdict.partly { font-weight: normal; color: var(--quiet); }
.verdict.verified, .verdict.altered, .verdict.sourced { color: var(--vscode-foreground, var(--own-good)); }
.verdict.misquoted, .verdict.not-found, .verdict.differs { color: var(--vscode-editorError-foreground, var(--own-bad)); }
.vscode-high-contrast .verdict { color: inherit; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 5.5em 1fr; gap: 0.6em; margin: 0.2em 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
blockquote { display: inline; margin: 0; padding: 0; border: 0; background: none; }
mark { color: inherit; background: var(--mark); border-bottom: 2px solid currentColor; font-weight: 600; }
.vscode-high-contrast mark { background: none; }
.remarks { margin: 0; padding: 0; list-style: none; }
code { color: var(--quiet); font-family: var(--vscode-editor-font-family, monospace); font-size: 0.9em; background: none; }
dd > p { margin: 0 0 0.3em; }
p.credit { color: var(--quiet); margin: 0; }
.stale { font-style: italic; }
a, .go { color: var(--link); }
button.go { display: inline; background: none; border: 0; padding: 0; font: inherit; text-decoration: underline; cursor: pointer; text-align: left; }
.tools {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center;
  padding: 0.6em 0; background: var(--bg); border-bottom: 1px solid var(--line); margin-top: 1em;
}
button:not(.go) {
  font: inherit; padding: 0.15em 0.8em; cursor: pointer; border-radius: 2px;
  color: var(--vscode-button-secondaryForeground, var(--fg)); background: var(--vscode-button-secondaryBackground, transparent);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, var(--line)));
}
select, input {
  font: inherit; padding: 0.15em 0.3em; color: var(--vscode-input-foreground, var(--fg));
  background: var(--vscode-input-background, var(--bg)); border: 1px solid var(--vscode-contrastBorder, var(--vscode-input-border, var(--line)));
  max-width: 100%;
}
label { display: inline-flex; gap: 0.5em; align-items: center; max-width: 100%; }
form { display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; padding: 0.4em 0; }
summary { cursor: pointer; }
:focus-visible, article:focus { outline: 2px solid var(--ring); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
mark::before, mark::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
mark::before { content: ' [marked: '; }
mark::after { content: '] '; }
@media (max-height: 24em) { .tools { position: static; } }
@media (max-width: 32em) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print {
  body { color: #000; background: #fff; max-width: none; font-size: 10pt; }
  .tools, form, summary { display: none; }
  .items > li { break-inside: avoid; }
  a { color: inherit; }
  mark { background: none; }
}
`;
