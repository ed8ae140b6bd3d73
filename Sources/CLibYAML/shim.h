#pragma once
#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "libyaml's headers are missing: apt-get install libyaml-dev (Debian, Ubuntu), dnf install libyaml-devel (Fedora)"
#endif
