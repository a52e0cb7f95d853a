import { ChatHeader } from './ChatHeader.tsx';
import { ComposerChoices } from './ComposerChoices.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';

/** What a page with a header and a history of its own does not load: together, so that it is one file. */
export const optionalParts = { ChatHeader, ComposerChoices, HistoryPanel };
