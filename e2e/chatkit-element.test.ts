/// <reference lib="dom" />
import type { OpenAIChatKit } from '@openai/chatkit';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findProblemsInEveryLook } from './find-problems.ts';
import { mountElement } from './mount-element.ts';
import { useSignedIn } from './signed-in.ts';

// Another page's use of the element: what this page switches off, over a server of the test's own.
describe('<openai-chatkit> with every option', () => {
  let page: Page;
  const region = () => page.locator('#other');
  useSignedIn('analyst', async (opened) => {
    page = opened;
    await page.evaluate(mountElement);
    await region().getByRole('textbox', { name: 'Message' }).waitFor();
  });

  it('draws a header with its two buttons, and the menus of tools and models', async () => {
    await region().getByRole('button', { name: 'Settings cog' }).click();
    await region().getByRole('button', { name: 'Home' }).click();
    await region().getByRole('combobox', { name: 'Tool' }).selectOption('Forecast');
    await region().getByPlaceholder('What shall be forecast?').waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    expect(await takeTold(page)).toEqual(['right', 'left', 'chatkit.tool.change {"toolId":"forecast"}']);
  });

  it('sends the tool and the model with a question, and gives the tool back', async () => {
    await region().getByRole('textbox', { name: 'Message' }).fill('How much?');
    await page.keyboard.press('Enter');
    await region().getByRole('button', { name: 'Open it' }).waitFor();
    await region().getByRole('heading', { name: 'A thread' }).waitFor();
    expect(await takeTold(page)).toEqual([
      'chatkit.tool.change {"toolId":null}',
      'chatkit.response.start null',
      'chatkit.log {"name":"request","data":{"type":"threads.create"}}',
      'options {"tool_choice":{"id":"forecast"},"model":"deep"}',
      'chatkit.thread.change {"threadId":"t1"}',
      'chatkit.effect {"name":"flash","data":{"times":2}}',
      'chatkit.response.end null',
    ]);
  });

  it('hands the widget to onAction as the server sent it', async () => {
    await region().getByRole('button', { name: 'Open it' }).click();
    expect(await takeTold(page)).toEqual(['open {"id":"w1","type":"Card","first":"Button"}']);
  });

  it('says of an item that cannot be drawn that it cannot, and draws the others', async () => {
    await region().getByRole('textbox', { name: 'Message' }).fill('And of what?');
    await page.keyboard.press('Enter');
    const log = region().getByRole('log', { name: 'Messages' });
    await log.getByText('Of bolts.').waitFor();
    await log.getByText('This part of the conversation could not be drawn.').waitFor();
    expect(await log.getByText('How much?').count()).toBe(1);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await takeTold(page);
  });

  it('has a history in the words and dates of its locale, to open, rename and delete', async () => {
    await region().getByRole('button', { name: 'History' }).click();
    const history = region().getByRole('region', { name: 'History' });
    await history.getByText('23. Nov. 2026').or(history.getByText('23.11.2026')).first().waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await history.getByRole('button', { name: 'Rename A thread' }).click();
    await history.getByRole('textbox', { name: 'Title' }).fill('A better name');
    await page.keyboard.press('Enter');
    await history.getByRole('button', { name: 'Delete Another thread' }).click();
    await history.getByRole('button', { name: 'A better name' }).first().waitFor();
    expect(await history.getByRole('listitem').count()).toBe(1);
    await history.getByRole('button', { name: 'Back' }).click();
    const told = (await takeTold(page)).filter((one) => !one.startsWith('chatkit.log'));
    expect(told).toEqual([
      'chatkit.history.open null',
      'threads.update {"thread_id":"t1","title":"A better name"}',
      'threads.delete {"thread_id":"t2"}',
      'chatkit.history.close null',
    ]);
  });

  it('has every method of the types', async () => {
    const methods = [
      'setOptions',
      'focusComposer',
      'setThreadId',
      'sendCustomAction',
      'sendUserMessage',
      'setComposerValue',
      'showHistory',
      'hideHistory',
      'fetchUpdates',
    ] satisfies (keyof OpenAIChatKit)[];
    const missing = await region().evaluate(
      (element, names) => names.filter((name) => !(name in element)),
      methods,
    );
    expect(missing).toEqual([]);
  });
});

/** What the element told its page since the last call. */
async function takeTold(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate('window.told.splice(0)'));
}
