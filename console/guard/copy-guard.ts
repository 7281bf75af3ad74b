import { holdsNumber, withoutNumbers } from "./number-text.ts";

const selectedIn = (target: EventTarget | null): string => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? target.value.length);
  }
  return String(getSelection());
};

/**
 * Keeps 個人番号 off the clipboard and out of drag and drop, anywhere in the document. Gives what takes the guard off again.
 * 評価書 III-3 (特定個人情報の複製を防ぐ).
 */
export const guardCopies = (told: (message: string) => void): (() => void) => {
  const onCopy = (event: ClipboardEvent) => {
    const text = selectedIn(event.target);
    if (!holdsNumber(text)) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", withoutNumbers(text));
    told("12桁の番号は複写できません。番号を伏せて複写しました");
  };
  const onDrag = (event: DragEvent) => {
    if (!holdsNumber(selectedIn(event.target))) return;
    event.preventDefault();
    told("12桁の番号を含むものは、ほかへ移せません");
  };
  document.addEventListener("copy", onCopy, true);
  document.addEventListener("cut", onCopy, true);
  document.addEventListener("dragstart", onDrag, true);
  return () => {
    document.removeEventListener("copy", onCopy, true);
    document.removeEventListener("cut", onCopy, true);
    document.removeEventListener("dragstart", onDrag, true);
  };
};
