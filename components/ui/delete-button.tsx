'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, request } from '#components/api-error.ts';
import { ConfirmButton } from './confirm-button.tsx';

/** Deletes what stands at an address of the API, after asking, then shows what is left. */
export function DeleteButton({
  address,
  next,
  onDeleted = () => undefined,
  children,
  ...asked
}: {
  address: string;
  /** the page that shows what is left */
  next: Route;
  onDeleted?: () => void;
  title: string;
  text: string;
  label?: string | undefined;
  children: React.ReactNode;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const { label, ...words } = asked;

  async function remove() {
    try {
      await request(address, { method: 'DELETE' });
      onDeleted();
      router.push(next);
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <ConfirmButton
        {...words}
        {...(label ? { label } : {})}
        confirm="Delete it"
        onConfirm={() => void remove()}
      >
        {children}
      </ConfirmButton>
      {problem && (
        <span role="alert" className="text-note text-rubric">
          {problem}
        </span>
      )}
    </>
  );
}
