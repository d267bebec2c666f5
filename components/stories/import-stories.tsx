'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';

/** Takes stories in from a file, Markdown or JSON, and says what came of it. */
export function ImportStories() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ problem: boolean; text: string } | null>(null);

  async function take(file: File) {
    setBusy(true);
    setSaid(null);
    try {
      const format = /\.json$/i.test(file.name) ? 'json' : 'md';
      const [{ importedSchema }, response] = await Promise.all([
        import('./imported-schema.ts'),
        post('/api/stories/import', { format, text: await file.text() }),
      ]);
      const { added, updated, unchanged } = importedSchema.parse(await response.json());
      setSaid({ problem: false, text: `${added} added, ${updated} updated, ${unchanged} as they were.` });
      router.refresh();
    } catch (error) {
      setSaid({ problem: true, text: asApiError(error).message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div>
      <label className="block">
        <span className="label">Take in a file (.md or .json)</span>
        <input
          type="file"
          accept=".md,.markdown,.txt,.json"
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) void take(file);
          }}
          className="mt-1 block min-h-11 max-w-full font-sans text-control file:mr-4 file:min-h-11 file:rounded-control file:border file:border-edge file:bg-paper file:px-4 file:font-sans file:text-control file:text-ink"
        />
      </label>
      {said && (
        <p
          role={said.problem ? 'alert' : 'status'}
          className={`mt-2 text-note ${said.problem ? 'text-rubric' : ''}`}
        >
          {said.text}
        </p>
      )}
    </div>
  );
}
