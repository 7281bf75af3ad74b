type Change = (value: string) => void;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: Change;
  readonly hint?: string;
  readonly type?: "text" | "date" | "month";
  readonly required?: boolean;
  readonly list?: readonly string[];
  /** For a number that must not stay anywhere: the browser is asked not to remember it. */
  readonly fleeting?: boolean;
}

/** One input with its label above it and its hint between the two. */
export const Field = ({ name, label, value, onChange, hint, type = "text", required, list, fleeting }: FieldProps) => {
  const id = `field-${name}`;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required && <span class="required">必須</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        value={value}
        required={required}
        autocomplete="off"
        inputMode={fleeting ? "numeric" : undefined}
        spellcheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        list={list === undefined ? undefined : `${id}-list`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {list !== undefined && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
};

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: Change;
  readonly options: Readonly<Record<string, string>>;
  /** What an open choice is called. */
  readonly any?: string;
}

export const Choice = ({ name, label, value, onChange, options, any = "すべて" }: ChoiceProps) => (
  <div class="field">
    <label for={`field-${name}`}>{label}</label>
    <select id={`field-${name}`} name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{any}</option>
      {Object.entries(options).map(([code, title]) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  </div>
);

interface PeriodProps {
  readonly from: string;
  readonly to: string;
  readonly onFrom: Change;
  readonly onTo: Change;
}

export const Period = ({ from, to, onFrom, onTo }: PeriodProps) => (
  <fieldset class="period">
    <legend>期間(日本時間の日、両端を含む)</legend>
    <Field name="from" label="から" type="date" value={from} onChange={onFrom} />
    <Field name="to" label="まで" type="date" value={to} onChange={onTo} />
  </fieldset>
);
