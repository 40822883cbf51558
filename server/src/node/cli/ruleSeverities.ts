import { SEVERITIES, type Severity } from '../../service/settings.ts';
import { isSeverityKey, SEVERITY_KEYS, unknownKeyMessage } from '../../service/settingsSchema.ts';
import { CannotRun } from './terminal.ts';

/** Reads `--rule misquote=error`, one for each time it is given; what is no rule or no severity ends the command. */
export function ruleSeverities(given: readonly string[]): Readonly<Record<string, Severity>> {
  return Object.fromEntries(given.map(oneOf));
}

function oneOf(text: string): [string, Severity] {
  const [rule = '', severity = ''] = text.split('=').map((part) => part.trim());
  if (!isSeverityKey(rule)) throw new CannotRun(`--rule ${text}: ${unknownKeyMessage(rule, 'rule', SEVERITY_KEYS)}`);
  const known = SEVERITIES.find((one) => one === severity);
  if (known === undefined)
    throw new CannotRun(`--rule ${text}: how loudly must be one of ${SEVERITIES.join(', ')}, as in --rule ${rule}=error.`);
  return [rule, known];
}
