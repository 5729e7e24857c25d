import {
  Badge,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  Paper,
  Table,
  Tooltip,
} from '@mantine/core';

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
    Badge: Badge.extend({ defaultProps: { tt: 'none', radius: 'sm', fw: 600 } }),
    // Its placeholder is no child that a menu may have; the first item takes the focus instead.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, p: 'lg', radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } },
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
