'use client';

import dynamic from 'next/dynamic';

/** The chart is fetched when it is to be shown, and keeps its room until it is there. */
export const LazyTrendChart = dynamic(() => import('./trend-chart.tsx'), {
  ssr: false,
  loading: () => (
    <div className="h-64 w-full">
      <p className="label hidden noscript:block">
        The picture is drawn by script. The same numbers stand in the table below.
      </p>
    </div>
  ),
});
