export interface PageParts {
  readonly title: string;
  /** As BCP 47 writes it. */
  readonly language: string;
  readonly style: string;
  /** Where the editor serves the script from. */
  readonly script: string;
  /** Drawn anew for each page: only what bears it is run or applied. */
  readonly nonce: string;
}

/** The page that the report is put into. Nothing may be loaded from anywhere but the one script of ours. */
export function pageFor({ title, language, style, script, nonce }: PageParts): string {
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<div id="report"></div>
<p id="status" class="unseen" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
