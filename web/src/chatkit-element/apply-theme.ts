import type { ChatKitOptions, FontObject } from '@openai/chatkit';
import { toThemeProperties } from './to-theme-properties.ts';

/** Dresses an element in a theme; what an earlier theme had set and this one does not is taken off. */
export function applyTheme(element: HTMLElement, theme: ChatKitOptions['theme']): void {
  const { scheme, density, properties } = toThemeProperties(theme);
  for (const name of [...element.style]) if (name.startsWith('--')) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  setOrRemove(element, 'data-theme', scheme);
  setOrRemove(element, 'data-density', density);
  if (typeof theme === 'object') for (const font of theme.typography?.fontSources ?? []) loadFont(font);
}

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const loaded = new Set<string>();

/** A font that does not come leaves the next of its family list. */
function loadFont({ family, src, weight, style, display, unicodeRange }: FontObject): void {
  const source = `url(${JSON.stringify(src)})`;
  const key = `${family} ${source} ${weight} ${style}`;
  if (loaded.has(key)) return;
  loaded.add(key);
  const face = new FontFace(family, source, {
    ...(weight !== undefined && { weight: String(weight) }),
    ...(style && { style }),
    ...(display && { display }),
    ...(unicodeRange && { unicodeRange }),
  });
  document.fonts.add(face);
  void face.load().catch(() => {});
}
