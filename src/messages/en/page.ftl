# The page of a plan. Every message whose key starts with page- is sent along with the page.
