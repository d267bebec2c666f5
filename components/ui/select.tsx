/** A labelled choice from a list. */
export function Select({
  label,
  name,
  value,
  children,
}: {
  label: string;
  name: string;
  value: string;
  children: React.ReactNode;
}) {
  return (
    <label className="block">
      <span className="label">{label}</span>
      <select
        key={value}
        name={name}
        defaultValue={value}
        className="mt-1 block min-h-11 w-full rounded-control border border-edge bg-sheet px-2 font-sans text-control"
      >
        {children}
      </select>
    </label>
  );
}
