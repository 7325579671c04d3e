import { useEffect, useRef, useState } from 'react';
import { init, type ChartOption } from './echarts.js';
import { chartFont, prefersReducedMotion } from './palette.js';

interface ChartProps {
  /** Says what the chart shows; the figures themselves stand in a table beside it. */
  readonly label: string;
  /** Pixels; the width is that of the page. */
  readonly height: number;
  /** Made for the width at hand, so that narrow screens get shorter labels. */
  readonly option: (width: number) => ChartOption;
}

/**
 * A chart on a canvas. The tooltip must be drawn on the canvas too (`renderMode: 'richText'`): as HTML it would carry style
 * attributes, which the content security policy refuses.
 */
export function Chart({ label, height, option }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  useEffect(() => {
    if (!element.current || width === 0) return undefined;
    const chart = init(element.current, null, { renderer: 'canvas', width, height });
    chart.setOption({
      animation: !prefersReducedMotion(),
      animationDuration: 400,
      textStyle: { fontFamily: chartFont() },
      ...option(width),
    });
    return () => chart.dispose();
  }, [width, height, option]);
  return <div ref={element} className="chart" role="img" aria-label={label} style={{ height: `${height}px` }} />;
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
