'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Button } from './button.tsx';

/** Asks before something that cannot be taken back. Loaded when it is first opened. */
export default function ConfirmDialog({
  title,
  text,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <AlertDialog.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-20 bg-[light-dark(rgb(40_36_32/0.45),rgb(0_0_0/0.6))]" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-30 w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-control border-t-4 border-rubric bg-sheet p-6">
          <AlertDialog.Title className="text-ask">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-note text-faded">{text}</AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Close render={<Button />}>Cancel</AlertDialog.Close>
            <AlertDialog.Close render={<Button look="main" />} onClick={onConfirm}>
              {confirm}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
