import {
  type BadgeProps,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MenuProps,
  type PaperProps,
  type TableProps,
  type TooltipProps,
} from '@mantine/core';

/** Named by its type alone: the theme is part of every page and must not bring the component along. */
const by = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

/** The red of the flag: the brand mark and what is overdue, nothing else. */
const rojo: MantineColorsTuple = [
  '#fff1f2',
  '#fddde0',
  '#f5b8bf',
  '#ec8f9a',
  '#e26676',
  '#d63c51',
  '#c8102e',
  '#ab0d27',
  '#8d0a20',
  '#6e0718',
];

/** Ink: the colour of everything a person may press. */
const tinta: MantineColorsTuple = [
  '#f3f5f7',
  '#e4e8ec',
  '#cbd2d9',
  '#a5b0bb',
  '#7b8895',
  '#566474',
  '#33424f',
  '#22303c',
  '#17222c',
  '#0e161d',
];

export const theme = createTheme({
  fontFamily: "'Public Sans', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.2rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  colors: { rojo, tinta },
  primaryColor: 'tinta',
  primaryShade: 7,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: by<BadgeProps>({ tt: 'none', radius: 'sm', fw: 600 }),
    // Its placeholder is no child that a menu may have; the first item takes the focus instead.
    Menu: by<MenuProps>({ withInitialFocusPlaceholder: false }),
    Paper: by<PaperProps>({ withBorder: true, p: 'lg', radius: 'md' }),
    Table: by<TableProps>({ verticalSpacing: 'sm', horizontalSpacing: 'md' }),
    Tooltip: by<TooltipProps>({
      withArrow: true,
      events: { hover: true, focus: true, touch: true },
    }),
  },
});

/** Mantine's secondary greys are too pale for 4.5:1 on white; these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#55606b',
    '--mantine-color-placeholder': '#6b7681',
    '--mantine-color-error': '#ab0d27',
    '--mantine-color-text': '#17222c',
    '--mantine-color-default-border': '#d9dfe5',
  },
  light: {
    '--mantine-color-dimmed': '#55606b',
    '--mantine-color-placeholder': '#6b7681',
    '--mantine-color-error': '#ab0d27',
    '--mantine-color-text': '#17222c',
    '--mantine-color-default-border': '#d9dfe5',
  },
  dark: {},
});
