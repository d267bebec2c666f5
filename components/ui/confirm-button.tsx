'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button, type Look } from './button.tsx';

const ConfirmDialog = dynamic(() => import('./confirm-dialog.tsx'), { ssr: false });

/** A button that asks before it acts. */
export function ConfirmButton({
  look = 'quiet',
  label,
  children,
  disabled = false,
  ...dialog
}: {
  look?: Look;
  label?: string;
  children: React.ReactNode;
  disabled?: boolean;
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={trigger}
        look={look}
        aria-label={label}
        aria-haspopup="dialog"
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {children}
      </Button>
      {asking && (
        <ConfirmDialog
          {...dialog}
          onClose={() => {
            setAsking(false);
            trigger.current?.focus();
          }}
        />
      )}
    </>
  );
}
