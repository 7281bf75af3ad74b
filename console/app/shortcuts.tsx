import { useEffect, useRef } from "preact/hooks";
import { go } from "./route.ts";
import { type ScreenName, screens } from "./screen-names.ts";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

interface Shortcuts {
  readonly menu: readonly ScreenName[];
  readonly lock: () => void;
  readonly help: () => void;
}

/** Alt+1 … opens a screen, Alt+L locks, ? explains. */
export const useShortcuts = ({ menu, lock, help }: Shortcuts): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      const [, digit] = /^Digit(\d)$/.exec(event.code) ?? [];
      const screen = event.altKey && digit !== undefined ? menu[Number(digit) - 1] : undefined;
      if (screen !== undefined) go(screen);
      else if (event.altKey && event.code === "KeyL") lock();
      else if (event.key === "?" && !isTyping(event.target)) help();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
};

/** The list of shortcuts: a dialog of the browser's own, so that Esc closes it and the focus goes back where it was. */
export const ShortcutHelp = ({
  menu,
  open,
  close,
}: {
  readonly menu: readonly ScreenName[];
  readonly open: boolean;
  readonly close: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="shortcut-title" onClose={close}>
      <h2 id="shortcut-title">キーボードの操作</h2>
      <dl class="shortcuts">
        {menu.map((name, at) => (
          <div key={name}>
            <dt>
              <kbd>Alt</kbd>+<kbd>{at + 1}</kbd>
            </dt>
            <dd>{screens[name].title}を開く</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Alt</kbd>+<kbd>L</kbd>
          </dt>
          <dd>画面をロックする</dd>
        </div>
        <div>
          <dt>
            <kbd>↑</kbd> <kbd>↓</kbd>
          </dt>
          <dd>表の行を移る</dd>
        </div>
        <div>
          <dt>
            <kbd>Enter</kbd>
          </dt>
          <dd>行を開く、検索する</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>この窓を閉じる、記録の詳細から戻る</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>この一覧を開く</dd>
        </div>
      </dl>
      <button type="button" class="button" onClick={close}>
        閉じる
      </button>
    </dialog>
  );
};
