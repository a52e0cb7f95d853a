import type { Live } from '../../live/live.ts';
import { createState } from '../../live/state.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = { choice: ThemeChoice; scheme: 'light' | 'dark' };
export type ThemeControl = { state: Live<Theme>; choose: (choice: ThemeChoice) => void };

const key = 'tallyboard.theme';

/** Light or dark: the system's, until a person chooses. The choice is kept on this device. */
export function createTheme(window: Window): ThemeControl {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const toTheme = (choice: ThemeChoice): Theme => ({
    choice,
    scheme: choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice,
  });
  const state = createState(toTheme(toChoice(window.localStorage.getItem(key))));
  const apply = (choice: ThemeChoice) => {
    const theme = toTheme(choice);
    window.document.documentElement.dataset.theme = theme.scheme;
    state.set(theme);
  };
  apply(state.get().choice);
  dark.addEventListener('change', () => apply(state.get().choice));
  return {
    state,
    choose: (choice) => {
      window.localStorage.setItem(key, choice);
      apply(choice);
    },
  };
}

function toChoice(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system';
}
