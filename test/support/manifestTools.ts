import * as z from 'zod';
import { INPUTS } from '../../server/src/core/assistantInputs.ts';
import { TOOL_TEXTS } from '../../server/src/core/assistants.ts';

const ICONS: Readonly<Record<keyof typeof INPUTS, string>> = {
  checkText: '$(checklist)',
  verifyQuotation: '$(quote)',
  findPassages: '$(search)',
  listSources: '$(library)',
};

/** The tools for the editor's assistant as the manifest declares them: what the assistant reads is what every other assistant reads. */
export function manifestTools(): object[] {
  return (Object.keys(TOOL_TEXTS) as (keyof typeof INPUTS)[]).map((tool) => {
    const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(INPUTS[tool], { io: 'input' }) as Record<string, unknown>;
    return {
      name: `verbatim_${tool}`,
      displayName: `%tool.${tool}%`,
      toolReferenceName: `verbatim${tool.charAt(0).toUpperCase()}${tool.slice(1)}`,
      canBeReferencedInPrompt: true,
      icon: ICONS[tool],
      userDescription: `%tool.${tool}.description%`,
      modelDescription: TOOL_TEXTS[tool].description,
      tags: ['sources', 'quotations'],
      inputSchema,
      when: 'config.verbatim.assistants',
    };
  });
}
