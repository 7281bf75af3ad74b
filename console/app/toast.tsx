import { useEffect } from "preact/hooks";

/** A word in passing: read out, and shown for a while. */
export const Toast = ({ message, clear }: { readonly message: string; readonly clear: () => void }) => {
  useEffect(() => {
    if (message === "") return undefined;
    const timer = setTimeout(clear, 8000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="toast" role="status">
      {message !== "" && <p>{message}</p>}
    </div>
  );
};
