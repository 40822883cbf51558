-- What a writer does with Verbatim in Neovim, told as JSON of what is seen; neovim.test.ts starts it and says what it should be.
-- Runs in Neovim 0.7 (no vim.lsp.start) and in those that configure servers (vim.lsp.config, 0.11).
--   VERBATIM_TOUR  JSON: command, folder, draft, out, encoding ('' for what Neovim takes by itself), words to go to, texts to type,
--                 findings to wait for
local tour = vim.fn.json_decode(vim.env.VERBATIM_TOUR)
local PATIENCE_MS = 15000
local seen = { version = vim.fn.matchstr(vim.fn.execute('version'), [[v\d\+\.\d\+\.\d\+]]) }

local function finish()
  local file = assert(io.open(tour.out, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function wait_for(what, is_there)
  if not vim.wait(PATIENCE_MS, is_there, 20) then
    error('There was no ' .. what .. ' within ' .. PATIENCE_MS .. ' ms.')
  end
end

local function start_client()
  local config = { name = 'verbatim', cmd = tour.command, root_dir = tour.folder }
  if tour.encoding ~= '' then
    config.offset_encoding = tour.encoding
    config.capabilities = vim.lsp.protocol.make_client_capabilities()
    config.capabilities.general = config.capabilities.general or {}
    config.capabilities.general.positionEncodings = { tour.encoding }
  end
  if vim.lsp.config then
    config.root_dir = nil
    config.root_markers = { 'corpus' }
    config.filetypes = { 'markdown' }
    vim.lsp.config('verbatim', config)
    vim.lsp.enable('verbatim')
    vim.cmd('doautocmd FileType')
  elseif vim.lsp.start then
    vim.lsp.start(config)
  else
    vim.lsp.buf_attach_client(0, assert(vim.lsp.start_client(config)))
  end
end

local function client()
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
  for _, one in pairs(all) do
    return one
  end
end

-- Line and byte, from zero, at which some words begin.
local function place_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(words, 1, true)
    if start then
      return number - 1, start - 1
    end
  end
  error('“' .. words .. '” is not in the buffer.')
end

local function go_to(words)
  local line, column = place_of(words)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
end

-- Each finding with the words of the buffer that it is shown at; one from before the last change may lie beyond a line's end.
local function findings()
  return vim.tbl_map(function(one)
    local there, words = pcall(vim.api.nvim_buf_get_text, 0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return one.code .. ': ' .. (there and table.concat(words, '\n') or '(nowhere)')
  end, vim.diagnostic.get(0))
end

-- Waits for these findings, each with its words, and for no others; gives those that there are in the end.
local function findings_once(wanted)
  vim.wait(PATIENCE_MS, function()
    return vim.deep_equal(findings(), wanted)
  end, 20)
  return findings()
end

-- The text of the window that floats, which a hover opens.
local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function hover(words)
  go_to(words)
  vim.lsp.buf.hover()
  wait_for('hover at “' .. words .. '”', function()
    return floating_text() ~= nil
  end)
  local text = floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      vim.api.nvim_win_close(window, true)
    end
  end
  return text
end

-- Picks the first action of the menu at some words; gives the titles that it had.
local function apply_action(words)
  go_to(words)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  wait_for('change of the buffer by a code action', function()
    return vim.api.nvim_buf_get_changedtick(0) ~= before
  end)
  return titles
end

local function definition(words)
  go_to(words)
  local draft = vim.api.nvim_get_current_buf()
  vim.lsp.buf.definition()
  wait_for('jump to the definition', function()
    return vim.api.nvim_get_current_buf() ~= draft
  end)
  local _, column = unpack(vim.api.nvim_win_get_cursor(0))
  local place = { file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t'), text = vim.api.nvim_get_current_line():sub(column + 1) }
  vim.cmd('cclose')
  vim.api.nvim_set_current_buf(draft)
  return place
end

-- Puts words before others, as by typing.
local function type_before(words, typed)
  local line, column = place_of(words)
  vim.api.nvim_buf_set_text(0, line, column, line, column, { typed })
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function run()
  -- Nobody is there to press Return.
  vim.o.more = false
  vim.o.swapfile = false
  vim.cmd('edit ' .. vim.fn.fnameescape(tour.draft))
  vim.bo.filetype = 'markdown'
  start_client()
  wait_for('language server', function()
    return client() ~= nil and (client().initialized ~= false)
  end)
  seen.opened = findings_once(tour.opened)
  seen.encoding = client().offset_encoding
  type_before(tour.typed_before, tour.typed)
  type_before(tour.wrong, tour.typed)
  seen.hover = hover(tour.wrong)
  seen.typed = findings_once(tour.after_typing)
  seen.actions = apply_action(tour.wrong)
  seen.fixed = lines()
  seen.left = findings_once(tour.after_fixing)
  seen.definition = definition(tour.quoted)
end

vim.schedule(function()
  local ok, trouble = xpcall(run, debug.traceback)
  if not ok then
    seen.trouble = trouble
  end
  finish()
end)
