import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';

interface IconButtonProps {
  /** Its name, which a tooltip shows. */
  readonly label: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button of one icon, with its name in a tooltip. */
export function IconButton({ label, keys, isDisabled = false, className = '', onPress, children }: IconButtonProps) {
  return (
    <TooltipTrigger>
      <Button
        className={`icon-button ${className}`}
        aria-label={label}
        aria-keyshortcuts={keys}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
