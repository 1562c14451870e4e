" readroom in vim, gvim and Neovim. Source this file from your vimrc (in Neovim init.vim), or copy
" what you like of it.
"
"   :Readroom QUERY       every passage that answers, in the quickfix list
"   :ReadroomCite QUERY   the best passage with its citation, below this line
"   :ReadroomPick         the reading room; o in it puts what is chosen below this line
"   :ReadroomWho NAME     the record of an entity, in a window; K does it for the word under the
"                         cursor or for what is selected
"   :ReadroomVerify       whether the citations in this file still stand, in the quickfix list

command! -nargs=+ Readroom call s:Quickfix('search', '--format', 'vimgrep', '--', <q-args>)
command! -nargs=+ ReadroomCite call append('.', s:Lines('cite', '--', <q-args>))
command! ReadroomPick call s:Pick()
command! -nargs=+ ReadroomWho call s:Window('who', '--', <q-args>)
command! ReadroomVerify call s:Quickfix('verify', expand('%'))

augroup readroom
  autocmd!
  autocmd FileType markdown,text setlocal keywordprg=:ReadroomWho iskeyword+=-
augroup END

" The lines of an answer; what is said beside it is shown if it is all there is.
function! s:Lines(...) abort
  let l:said = tempname()
  let l:words = join(map(copy(a:000), 'shellescape(v:val)'))
  let l:lines = systemlist('readroom ' . l:words . ' 2>' . shellescape(l:said))
  if empty(l:lines)
    echohl WarningMsg | echomsg join(readfile(l:said), ' ') | echohl None
  endif
  call delete(l:said)
  return l:lines
endfunction

function! s:Quickfix(...) abort
  let l:lines = call('s:Lines', a:000)
  call setqflist([], ' ', {'lines': l:lines, 'efm': '%f:%l:%c:%m,%f:%l: %m', 'title': join(a:000)})
  if !empty(l:lines)
    let l:kept = &switchbuf
    if &modified
      set switchbuf+=split  " what is not written yet stays where it is
    endif
    copen
    cfirst
    let &switchbuf = l:kept
  endif
endfunction

function! s:Window(...) abort
  let l:lines = call('s:Lines', a:000)
  if !empty(l:lines)
    pedit [readroom]
    wincmd P
    setlocal buftype=nofile bufhidden=wipe noswapfile
    call setline(1, l:lines)
    wincmd p
  endif
endfunction

" vim lends its terminal; gvim and Neovim have none to lend, and give the room one in a tab.
function! s:Pick() abort
  if !has('nvim') && !has('gui_running')
    silent execute 'read !readroom --pick' | redraw!
    return
  endif
  let l:pick = {'buffer': bufnr('%'), 'line': line('.'), 'file': tempname()}
  let l:call = ['sh', '-c', 'readroom --pick >"$0"', l:pick.file]
  tabnew
  if has('nvim')
    call termopen(l:call, {'on_exit': {-> s:Picked(l:pick)}})
    startinsert
  else
    call term_start(l:call, {'curwin': 1, 'exit_cb': {-> s:Picked(l:pick)}})
  endif
  let l:pick.room = bufnr('%')
endfunction

function! s:Picked(pick) abort
  execute 'bwipeout!' a:pick.room
  call appendbufline(a:pick.buffer, a:pick.line, readfile(a:pick.file))
  call delete(a:pick.file)
endfunction
