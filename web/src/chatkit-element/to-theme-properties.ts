import type { ColorScheme, ThemeOption } from '@openai/chatkit';

export type ThemeProperties = {
  /** Null keeps the scheme of the page. */
  scheme: ColorScheme | null;
  density: NonNullable<ThemeOption['density']> | null;
  /** CSS custom properties, those of `styles/tokens.css`. */
  properties: Record<string, string>;
};

const radii = { sharp: [0, 0], soft: [4, 6], round: [8, 12], pill: [12, 20] } as const;
/** How much of the accent is in soft surfaces, by its level. */
const softShares = [6, 10, 16, 24] as const;
/** Lightness (OKLCH) of the greys, on light and on dark. Text keeps 4.5:1, borders of fields 3:1. */
const greys = {
  light: { raised: 0.985, hover: 0.955, border: 0.91, strong: 0.63, muted: 0.49 },
  dark: { raised: 0.23, hover: 0.26, border: 0.3, strong: 0.55, muted: 0.73 },
} as const;

/** ChatKit's theme in the terms of our stylesheets. What it does not name stays as the page has it. */
export function toThemeProperties(theme: ColorScheme | ThemeOption | undefined): ThemeProperties {
  const option: ThemeOption = typeof theme === 'string' ? { colorScheme: theme } : (theme ?? {});
  return {
    scheme: option.colorScheme ?? null,
    density: option.density ?? null,
    properties: {
      ...toColors(option.color ?? {}, option.colorScheme ?? 'light'),
      ...toRadii(option.radius),
      ...toFonts(option.typography ?? {}),
    },
  };
}

function toColors({ accent, surface, grayscale }: NonNullable<ThemeOption['color']>, scheme: ColorScheme) {
  const grey = greys[scheme];
  const toGrey = (lightness: number, shade: number) =>
    grayscale && `oklch(${round(lightness + shade)} ${round(grayscale.tint * 0.004)} ${grayscale.hue})`;
  const shade = (grayscale?.shade ?? 0) * (scheme === 'light' ? -0.008 : 0.008);
  return compact({
    '--surface': surface?.background,
    '--text': surface?.foreground,
    '--surface-raised': toGrey(grey.raised, shade),
    '--surface-hover': toGrey(grey.hover, shade),
    '--border': toGrey(grey.border, shade),
    '--border-strong': toGrey(grey.strong, 0),
    '--text-muted': toGrey(grey.muted, 0),
    '--accent': accent?.primary,
    // White on what is dark, black on what is light, whatever notation the colour is in.
    '--accent-text': accent && `oklch(from ${accent.primary} clamp(0, (0.68 - l) * 1000, 1) 0 0)`,
    '--accent-soft':
      accent && `color-mix(in oklab, ${accent.primary} ${softShares[accent.level]}%, var(--surface))`,
  });
}

function toRadii(radius: ThemeOption['radius']): Record<string, string> {
  if (!radius) return {};
  const [small, large] = radii[radius];
  return { '--radius': `${small}px`, '--radius-large': `${large}px` };
}

function toFonts({ baseSize, fontFamily, fontFamilyMono }: NonNullable<ThemeOption['typography']>) {
  return compact({
    '--font': fontFamily,
    '--font-mono': fontFamilyMono,
    '--font-text': baseSize && `${baseSize}px`,
    '--font-body': baseSize && `${baseSize - 1}px`,
    '--font-small': baseSize && `${baseSize - 2}px`,
  });
}

function compact(properties: Record<string, string | 0 | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
