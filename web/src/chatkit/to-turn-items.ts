import type { Scope, Turn, Visualization } from '@tallyboard/contract';
import { closeMarkdown } from '../views/format/close-markdown.ts';
import { withoutHalfDate, writeDates, writeHeading } from '../views/format/write-dates.ts';
import { toScopeParts } from '../views/scope/to-scope-parts.ts';
import { toStepDetail } from '../views/steps/to-step-detail.ts';
import { toStepsSummary } from '../views/steps/to-steps-summary.ts';
import { type ItemKind, toItemId } from './item-id.ts';
import type { Annotation, ItemOf, Task, ThreadItem, WidgetNode } from './protocol/items.ts';
import { toEndWidget } from './to-end-widget.ts';
import { toSuggestions } from './to-suggestions.ts';

/**
 * A turn as ChatKit's items, in reading order: question, steps, scope, answer, what is shown, how it ended, what could be asked next. While the
 * turn runs, steps, scope and answer are there even when empty, so that what arrives late still has its place.
 */
export function toTurnItems(turn: Turn, locale: string): ThreadItem[] {
  const running = turn.status === 'running';
  const items: ThreadItem[] = [toQuestionItem(turn)];
  if (running || turn.steps.length > 0) items.push(toStepsItem(turn, locale));
  if (running || turn.scopes.length > 0) items.push(toWidgetItem(turn, 'scope', toScopeWidget(turn, locale)));
  if (running || turn.text !== '') items.push(toAnswerItem(turn, locale));
  if (turn.visualizations.length > 0) items.push(toWidgetItem(turn, 'shown', toShownWidget(turn, locale)));
  if (!running) items.push(toWidgetItem(turn, 'end', toEndWidget(turn, locale)));
  const suggestions = toSuggestions(turn);
  if (suggestions.length > 0) items.push(toWidgetItem(turn, 'next', toSuggestionsWidget(suggestions)));
  return items;
}

export function toQuestionItem(turn: Turn): ItemOf<'user_message'> {
  return {
    ...toBase(turn, 'question'),
    type: 'user_message',
    content: [{ type: 'input_text', text: turn.question }],
    attachments: [],
    inference_options: {},
  };
}

function toStepsItem(turn: Turn, locale: string): ItemOf<'workflow'> {
  const tasks = turn.steps.map((step): Task => {
    const detail = toStepDetail(step, locale);
    return {
      type: 'custom',
      status_indicator: step.status === 'running' ? 'loading' : 'complete',
      title: writeHeading(step.title, locale),
      ...(detail && { content: detail }),
      ...(step.status === 'failed' && { icon: 'circle-question' }),
    };
  });
  const running = turn.status === 'running';
  const summary = running ? null : { title: writeHeading(toStepsSummary(turn.steps, locale), locale) };
  const workflow = { type: 'custom' as const, tasks, ...(summary && { summary }), expanded: false };
  return { ...toBase(turn, 'steps'), type: 'workflow', workflow };
}

function toScopeWidget(turn: Turn, locale: string): WidgetNode {
  const lines = toTellingScopes(turn.scopes).map((scope, index): WidgetNode => {
    const parts = toScopeParts(scope, locale).map(
      (part): WidgetNode => ({ type: 'Caption', value: part.text }),
    );
    return { type: 'Row', id: `scope-${index + 1}`, wrap: 'wrap', children: parts };
  });
  const resultIds = turn.steps.flatMap((step) => step.resultId ?? []);
  const last = lines.at(-1);
  if (last?.children && resultIds.length > 0) {
    last.children.push({
      type: 'Button',
      label: 'Show SQL',
      variant: 'ghost',
      onClickAction: { type: 'results.open', handler: 'client', payload: { turnId: turn.turnId, resultIds } },
    });
  }
  return { type: 'Basic', children: lines };
}

/** Beside scopes with dates, one without dates and filters (a name looked up in the catalog) says nothing more. */
function toTellingScopes(scopes: Scope[]): Scope[] {
  if (scopes.every((scope) => scope.period === null)) return scopes;
  return scopes.filter((scope) => scope.period !== null || scope.filters.length > 0);
}

function toAnswerItem(turn: Turn, locale: string): ItemOf<'assistant_message'> {
  const { text, toOffset } = writeDates(toDrawable(turn), locale);
  const annotations = turn.figures
    .filter((figure) => !figure.proved)
    .map(({ start, end }) => toUnprovedAnnotation(toOffset(start), toOffset(end)));
  return {
    ...toBase(turn, 'answer'),
    type: 'assistant_message',
    content: text === '' ? [] : [{ type: 'output_text', text, annotations }],
  };
}

/** What of a text can be drawn: of one that grows no half day, of one that was cut off no mark that is not ended. */
function toDrawable({ status, text }: Turn): string {
  if (status === 'running') return withoutHalfDate(text);
  return status === 'completed' ? text : closeMarkdown(text);
}

/** An entity annotation: ChatKit places it at `index`; our element underlines `start` to `end`. */
function toUnprovedAnnotation(start: number, end: number): Annotation {
  const data = { mark: 'unproved', start, end };
  return {
    type: 'annotation',
    source: { type: 'entity', id: `figure-${start}`, title: 'Not proved by the data', data },
    index: end,
  };
}

function toShownWidget(turn: Turn, locale: string): WidgetNode {
  return {
    type: 'ListView',
    children: turn.visualizations.map((shown) => toShownEntry(turn, shown, locale)),
  };
}

function toShownEntry(turn: Turn, shown: Visualization, locale: string): WidgetNode {
  const icon = shown.shape === 'chart' ? shown.mark : shown.shape;
  return {
    type: 'ListViewItem',
    id: `${turn.turnId}.${shown.id}`,
    onClickAction: {
      type: 'visualization.open',
      handler: 'client',
      payload: { turnId: turn.turnId, visualizationId: shown.id },
    },
    children: [
      { type: 'Icon', name: icon },
      { type: 'Text', value: writeHeading(shown.title, locale) },
    ],
  };
}

function toSuggestionsWidget(suggestions: string[]): WidgetNode {
  const buttons = suggestions.map(
    (text): WidgetNode => ({
      type: 'Button',
      label: text,
      variant: 'outline',
      onClickAction: { type: 'turn.ask', payload: { text } },
    }),
  );
  return { type: 'Basic', children: [{ type: 'Row', wrap: 'wrap', children: buttons }] };
}

function toWidgetItem(turn: Turn, kind: ItemKind, widget: WidgetNode): ItemOf<'widget'> {
  return { ...toBase(turn, kind), type: 'widget', widget };
}

function toBase(turn: Turn, kind: ItemKind) {
  return {
    id: toItemId(kind, turn.turnId),
    thread_id: turn.conversationId,
    created_at: turn.askedAt.toISOString(),
  };
}
