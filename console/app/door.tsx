import { useEffect, useRef } from "preact/hooks";

interface DoorProps {
  readonly title: string;
  readonly children: preact.ComponentChildren;
  readonly failure?: string | null;
  /** What the button says, and what it does; none where nobody can sign in. */
  readonly enter?: { readonly label: string; readonly act: () => void };
}

/** What is seen while nobody is signed in: nothing of anybody. */
export const Door = ({ title, children, failure, enter }: DoorProps) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    document.title = `${title} — 国年 監査`;
    button.current?.focus();
  }, [title]);
  return (
    <main class="door">
      <div class="door-card">
        <p class="brand">
          <span class="brand-mark" aria-hidden="true">
            国年
          </span>
          監査の画面
        </p>
        <h1>{title}</h1>
        {failure && (
          <p class="notice bad" role="alert">
            {failure}
          </p>
        )}
        {children}
        {enter !== undefined && (
          <button type="button" ref={button} class="button wide" onClick={enter.act}>
            {enter.label}
          </button>
        )}
      </div>
    </main>
  );
};
