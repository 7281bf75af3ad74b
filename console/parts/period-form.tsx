import { useState } from "preact/hooks";
import { Period } from "./fields.tsx";

interface PeriodFormProps {
  /** Days (JST) to begin with. */
  readonly from: string;
  readonly to: string;
  readonly onAsk: (period: { readonly from: string; readonly to: string }) => void;
}

/** Asks from which day to which. */
export const PeriodForm = ({ from, to, onAsk }: PeriodFormProps) => {
  const [draft, setDraft] = useState({ from, to });
  return (
    <form
      class="conditions"
      aria-label="期間"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(draft);
      }}
    >
      <Period
        {...draft}
        onFrom={(day) => setDraft({ ...draft, from: day })}
        onTo={(day) => setDraft({ ...draft, to: day })}
      />
      <div class="actions">
        <button type="submit" class="button">
          表示する
        </button>
      </div>
    </form>
  );
};
