import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { TurnLine } from '#components/interview/turn-line.tsx';

afterEach(cleanup);

const hostile =
  'Why? <img src="x" onerror="window.ran = 1"> <script>window.ran = 2</script> **now** [a](javascript:1)';

test('the words of a model are shown as they are, and are never elements', () => {
  const { container } = render(
    <ol>
      <TurnLine turn={{ id: 't1', speaker: 'bar_raiser', text: hostile }} />
    </ol>,
  );
  expect(container.textContent).toContain(hostile);
  expect(container.querySelectorAll('img, script, a, strong')).toHaveLength(0);
  expect(container.innerHTML).toContain('&lt;img');
});
