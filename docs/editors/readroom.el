;;; readroom.el --- readroom in Emacs  -*- lexical-binding: t -*-

;; (load "…/readroom.el") in your init file, or copy what you like of it.
;;
;;   M-x readroom         every passage that answers a query; RET goes there, M-g n to the next
;;   M-x readroom-cite    the best passage with its citation, at point
;;   M-x readroom-who     the record of an entity: of what is selected, or of the word at point
;;   M-x readroom-verify  whether the citations in this file still stand
;;   M-x readroom-pick    the reading room in a popup of tmux; o in it inserts what is chosen

(require 'grep)
(require 'thingatpt)

(defun readroom--call (&rest words)
  "What readroom answers to WORDS; an error with what it says if it answers nothing."
  (let ((said (make-temp-file "readroom")))
    (unwind-protect
        (with-temp-buffer
          (unless (eq 0 (apply #'call-process "readroom" nil (list t said) nil words))
            (user-error "%s" (with-temp-buffer (insert-file-contents said)
                                               (string-trim (buffer-string)))))
          (buffer-string))
      (delete-file said))))

(defun readroom (query)
  "List every passage that answers QUERY."
  (interactive "sSearch the texts: ")
  (let ((grep-save-buffers nil))
    (grep (concat "readroom search --format vimgrep -- " (shell-quote-argument query)))))

(defun readroom-cite (query)
  "Insert the best passage that answers QUERY, with its citation."
  (interactive "sCite: ")
  (insert (readroom--call "cite" "--" query)))

(defun readroom-who (name)
  "Show the record of NAME."
  (interactive
   (list (if (use-region-p)
             (buffer-substring-no-properties (region-beginning) (region-end))
           (thing-at-point 'symbol t))))
  (let ((answer (readroom--call "who" "--" name)))
    (with-current-buffer (get-buffer-create "*readroom*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert answer))
      (goto-char (point-min))
      (special-mode)
      (display-buffer (current-buffer)))))

(defun readroom-verify ()
  "Say of each citation in this file whether it still stands."
  (interactive)
  (grep (concat "readroom verify " (shell-quote-argument (buffer-file-name)))))

(defun readroom-pick ()
  "Open the reading room in a popup of tmux, and insert what is chosen there with o."
  (interactive)
  (unless (getenv "TMUX") (user-error "readroom-pick needs tmux around Emacs"))
  (let ((file (make-temp-file "readroom")))
    (unwind-protect
        (progn
          (call-process "tmux" nil nil nil "display-popup" "-E" "-w" "95%" "-h" "95%"
                        "-d" (expand-file-name default-directory)
                        (concat "readroom --pick > " (shell-quote-argument file)))
          (insert-file-contents file))
      (delete-file file))))

(provide 'readroom)
;;; readroom.el ends here
