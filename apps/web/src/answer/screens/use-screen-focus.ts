import { useEffect, useRef, type RefObject } from 'react';

/** Brings a new screen to its top and its heading into focus; `screen` names the screen. */
export function useScreenFocus<E extends HTMLElement>(screen: string): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    element.current?.querySelector<HTMLElement>('h1[tabindex], h2[tabindex]')?.focus({ preventScroll: true });
  }, [screen]);
  return element;
}
