import { expect, test } from 'vitest';
import { toThemeProperties } from './to-theme-properties.ts';

test('a page that sets no theme keeps its own look', () => {
  expect(toThemeProperties(undefined)).toEqual({ scheme: null, density: null, properties: {} });
});

test('a scheme alone changes no colour', () => {
  expect(toThemeProperties('dark')).toEqual({ scheme: 'dark', density: null, properties: {} });
});

test('accent, surface, greys, radius and type become the properties of the stylesheets', () => {
  const { scheme, density, properties } = toThemeProperties({
    colorScheme: 'light',
    density: 'spacious',
    radius: 'sharp',
    color: {
      accent: { primary: '#7a3', level: 2 },
      surface: { background: '#fff', foreground: '#111' },
      grayscale: { hue: 220, tint: 5, shade: 1 },
    },
    typography: { baseSize: 16, fontFamily: 'Inter, sans-serif' },
  });
  expect({ scheme, density }).toEqual({ scheme: 'light', density: 'spacious' });
  expect(properties).toMatchObject({
    '--accent': '#7a3',
    '--accent-soft': 'color-mix(in oklab, #7a3 16%, var(--surface))',
    '--surface': '#fff',
    '--text': '#111',
    '--border': 'oklch(0.902 0.02 220)',
    '--radius': '0px',
    '--radius-large': '0px',
    '--font': 'Inter, sans-serif',
    '--font-text': '16px',
    '--font-small': '14px',
  });
});
