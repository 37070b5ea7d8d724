-- Removes the entries KEYS and those of the tags ARGV (whole names of tag keys), at once.
-- Returns how many entries went.
local removed = 0
for _, key in ipairs(KEYS) do removed = removed + redis.call('UNLINK', key) end
for _, tag in ipairs(ARGV) do
  for _, key in ipairs(redis.call('ZRANGE', tag, 0, -1)) do
    removed = removed + redis.call('UNLINK', key)
  end
  redis.call('UNLINK', tag)
end
return removed
