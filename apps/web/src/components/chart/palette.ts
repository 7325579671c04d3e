/** Colours for canvases, which cannot read CSS variables by themselves. */
export function cssColour(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

export function chartFont(): string {
  return getComputedStyle(document.body).fontFamily;
}

export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
