/** A size of window and the colours the computer asks for. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

const COLOUR_SCHEMES = ['light', 'dark'] as const;
const toViews = (width: number, height: number): readonly View[] => COLOUR_SCHEMES.map((colorScheme) => ({ width, height, colorScheme }));

/** A workstation and a phone, light and dark. */
export const OUTER_VIEWS: readonly View[] = [...toViews(1440, 900), ...toViews(390, 844)];

/** These and a small screen between them. */
export const VIEWS: readonly View[] = [...toViews(1440, 900), ...toViews(1024, 768), ...toViews(390, 844)];
