import type { ChatKitOptions } from '@openai/chatkit';
import { expect, test } from 'vitest';
import { toUserInput } from './to-user-input.ts';

const options: ChatKitOptions = {
  api: { url: '/chatkit', domainKey: 'test' },
  composer: {
    models: [
      { id: 'off', label: 'Off', disabled: true },
      { id: 'quick', label: 'Quick' },
      { id: 'deep', label: 'Deep', default: true },
    ],
  },
};

test('a question carries the tool and the model of the composer', () => {
  const state = { options, toolId: 'forecast', modelId: null };
  expect(toUserInput(state, 'How much?')).toEqual({
    content: [{ type: 'input_text', text: 'How much?' }],
    attachments: [],
    inference_options: { tool_choice: { id: 'forecast' }, model: 'deep' },
  });
});

test('what the caller names wins, and quoted text and tags go along', () => {
  const state = { options, toolId: 'forecast', modelId: 'quick' };
  const tag = { type: 'input_tag' as const, id: 'SKU-1', text: 'Trail Helmet' };
  const extras = { content: [tag], reply: 'It rose.', toolId: 'search', modelId: 'deep' };
  expect(toUserInput(state, 'Trail Helmet', extras)).toEqual({
    content: [tag],
    attachments: [],
    quoted_text: 'It rose.',
    inference_options: { tool_choice: { id: 'search' }, model: 'deep' },
  });
});

test('without tools and models nothing is said of them', () => {
  const input = toUserInput({ options: null, toolId: null, modelId: null }, 'How much?');
  expect(input.inference_options).toEqual({});
});
