// The sample draft as the pictures show it: without the comments that say which faults were put into it.

/** A comment that is no directive. */
const REMARK = /<!--(?! ?stet\b)[\s\S]*?-->\n*/g;

/** The sample draft without its remarks: every fault is in it still. */
export function withoutRemarks(sample: string): string {
  return sample.replace(REMARK, '');
}

/** A column just begun: the headline and the first right paragraph of a section of the sample draft. */
export function begun(sample: string, section: string): string {
  const headline = /^# .*$/m.exec(sample)?.[0];
  const first = new RegExp(`^## ${section}\\n\\n(?!<!--)(.+)$`, 'm').exec(sample)?.[1];
  if (headline === undefined || first === undefined) throw new Error(`The sample draft has no right paragraph under “${section}”.`);
  return `${headline}\n\n${first}\n\n`;
}

/** Paragraphs of the sample draft, by how they begin, in the order asked for; a directive stays with its paragraph. */
export function selected(sample: string, beginnings: readonly string[]): string {
  const paragraphs = withoutRemarks(sample).split('\n\n');
  const found = beginnings.map((beginning) => {
    const paragraph = paragraphs.find((each) => each.split('\n').some((line) => line.startsWith(beginning)));
    if (paragraph === undefined) throw new Error(`The sample draft has no paragraph “${beginning} …”.`);
    return paragraph;
  });
  return `${found.join('\n\n')}\n`;
}
