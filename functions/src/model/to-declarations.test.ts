import { describe, expect, test } from 'vitest';
import { createTools } from '../tools/all-tools.ts';
import { models } from '../tools/testing/tool-setting.ts';
import { toDeclarations } from './to-declarations.ts';

describe('declarations', () => {
  const declarations = toDeclarations(createTools({ models }));

  test('use only what Gemini takes', () => {
    const keywords = new Set<string>();
    const visit = (schema: unknown) => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties' && typeof value === 'object' && value !== null)
          Object.values(value).forEach(visit);
        else {
          keywords.add(key);
          visit(value);
        }
      }
    };
    for (const { parametersJsonSchema } of declarations) visit({ ...parametersJsonSchema });
    const taken = ['type', 'description', 'enum', 'items', 'required', 'anyOf', 'nullable'];
    const bounds = ['minimum', 'maximum', 'minItems', 'maxItems'];
    const listIndexes = [...keywords].filter((key) => !/^\d+$/.test(key));
    expect(listIndexes.filter((key) => ![...taken, ...bounds].includes(key))).toEqual([]);
  });

  test('name every measure and dimension with what it means', () => {
    const text = JSON.stringify(declarations.find(({ name }) => name === 'query_sales'));
    expect(text).toContain('- margin_rate [fraction]: Gross margin as a share of revenue.');
    expect(text).toContain(
      "- supplier: The product's preferred supplier today. Also called: vendor, importer.",
    );
  });

  test('have names that Gemini takes', () => {
    for (const { name } of declarations) expect(name).toMatch(/^[a-z_]{1,64}$/);
  });
});
