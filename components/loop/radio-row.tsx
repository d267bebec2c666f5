/** A few choices of which one is taken, side by side where there is room. */
export function RadioRow<Value extends string | number>({
  name,
  legend,
  choices,
  chosen,
  onChoose,
}: {
  name: string;
  legend: string;
  choices: readonly { value: Value; text: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="not-first:mt-6">
      <legend className="label">{legend}</legend>
      <div className="mt-1 grid gap-x-8 tablet:grid-cols-3">
        {choices.map(({ value, text }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-3 border-t-4 border-rule py-3 font-sans text-control font-medium has-checked:border-rubric has-focus-visible:outline-2 has-focus-visible:outline-rubric"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="size-4.5 shrink-0 outline-none"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
